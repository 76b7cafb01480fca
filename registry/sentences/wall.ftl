# The outer wall: requests that are not answered, and a start that is refused.

wall-host = This registry is not open under the name in the address bar. Open it under its usual address. Whoever looks after it can allow another name: the setting is server.allowedHosts.
wall-origin = This came from another web site, so nothing was done. Open the registry in a window of its own.
wall-network = Nobody signs in here, so this registry is open only on the computer it runs on. Open it there. Whoever looks after it can set up sign-in, or allow everybody on the network with REGISTRY_TRUST_NETWORK=yes.
wall-address = Nobody signs in here, so this registry opens only for the computer it runs on, and it was asked to listen on { $address }. Listen on 127.0.0.1, set up sign-in, or allow everybody who can reach it with REGISTRY_TRUST_NETWORK=yes.
