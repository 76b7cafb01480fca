# Signing in and out, local mode, and who one is.

sign-in-lead = What your company tried with customers, and what it learned. Sign in as you do elsewhere at work.
sign-in-go = Sign in
sign-in-go-to = Sign in with { $provider }
sign-in-means = Your name and your e-mail address come from there, nothing else. A cookie keeps you signed in until you sign out, or stay away for long.
sign-in-out = You are signed out, in every tab of this browser.
sign-in-again = You are signed out here. Sign in again to go on; what you saved is safe.
sign-in-needed = You are not signed in any more. Reload the page and sign in again; what you saved is safe.
sign-in-of-another = You are { $name } now, and this was begun as somebody else, so nothing was done. Reload the page and try once more.
sign-in-no-cookie = We cannot tell your browser from others. Reload the page; if this stays, allow cookies for this address.
sign-in-stale = What your sign-in provider said is too old to be used. Please sign in once more.
sign-in-without-email = Your sign-in provider told us no e-mail address, so we cannot tell who you are. Ask whoever looks after it to send “email” along.
sign-in-unverified = Your sign-in provider has not checked the address { $email } yet. Confirm it there, and sign in again.
sign-in-other-domain = { $email } is not an address that this registry takes. Sign in with your work address, or ask a steward.
sign-in-email-taken = Somebody here has the address { $email } already, and signed in with another account. Sign in with that account. If it is gone, ask whoever looks after this server (docs/sign-in.md).
sign-in-refused = Your sign-in provider did not let you in. Ask whoever looks after it whether you may use { product-name }, or sign in with another account.
sign-in-failed = Signing in did not work. Try once more; if it happens again, tell whoever looks after this server the time it happened.
sign-in-unreachable = Your sign-in provider does not answer, so nobody can sign in now. Try again in a few minutes. Who is signed in already can go on.

sign-out = Sign out
your-page = Your name, team and function
local-mode = Nobody signs in here: whoever opens this address is trusted.
local-mode-network = Nobody signs in here, and other computers can reach this address: anybody who finds it can read and change everything. Set up sign-in (docs/sign-in.md) before you use it for real.
field-act-as = Act as
registry-read-only-now = The registry can only be read right now, so nothing can be saved. Whoever looks after it can make its file writable again.

changed-account = account at the sign-in provider

## What is wrong with the secrets file, said when the server starts

secrets-unreadable = The secrets file cannot be read, so nobody could tell who may sign in. See whether it is a TOML file with a section [auth] (docs/sign-in.md shows one), then start again.
secrets-incomplete = In the secrets file, the section [auth] lacks { $keys }. Add what is missing (docs/sign-in.md shows all of it), then start again.
secrets-guessable = In the secrets file, cookie_secret is too short to keep a secret. Make one of at least { $count } random characters, then start again.
secrets-callback = In the secrets file, redirect_uri is { $address }. It has to end in /oauth2callback, right after the address of this registry. Correct it here and at the provider, then start again.
secrets-limits = In the secrets file, the section [registry] says something that cannot be. idle_hours and longest_days are numbers above 0, email_domains is a list of names, connect_by_email is true or false. Correct it, then start again.
