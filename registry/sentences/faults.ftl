# When the registry’s file, or the disk below it, does not do what it should.

fault-read-only = The registry’s folder is read-only for us now, so nothing was saved. What you typed is still here. Whoever looks after this server can allow writing again; then save once more.
fault-full = The disk is full, so nothing was saved. What you typed is still here. Free some space, then save once more.
fault-disk = The disk did not do what it should ({ $problem }), so nothing was saved. What you typed is still here. See whether the disk is full or failing, then save once more.
fault-damaged = The registry’s file is damaged ({ $problem }), so nothing was saved. Please tell whoever looks after this server: “python -m registry check” says what is wrong.
fault-busy = Another program has been writing to the registry for a long time, so nothing was saved. What you typed is still here. Wait a moment, then save once more.
fault-shut = We cannot open the registry’s file now ({ $problem }), so nothing was saved. What you typed is still here. See whether its folder is there and may be written to, then try once more.

## When the server starts

registry-key-missing = The registry’s key “{ $file }” is not in its folder “keys”, or is no key. Put the one you kept back in its place, then start again. Nothing was changed.
server-with-a-backup = { $problem } { $backup ->
    [none] There is no good backup in its folder “backups”.
   *[other] The newest good backup is “backups/{ $backup }”. Move “registry.db-wal” and “registry.db-shm” away too, where they are.
  }
server-no-room = Only { $free } MB are free on the registry’s disk, and it needs { $needed } MB to start. Free some space, then start again.
server-little-room = Only { $free } MB are free on the registry’s disk. Free some space soon.
server-read-only = The registry’s folder is read-only: people can read, and nothing can be saved.
server-older-read-only = The registry’s file “{ $file }” was written by an older version of this app and has to be brought up to date, but its folder is read-only. Allow writing, then start again.
server-open-to-others = Everybody on this machine may put files into “{ $folder }”, or take some away. Better make it private (chmod 700).
server-key-not-private = Others on this machine can read “{ $file }” of the registry’s keys, and we may not change that. Make it private (chmod 700 for the folder, 600 for a key), then start again.
