/** The manage commands a host mounts. Start at {@link dev.lockstile.auth.cli.ManageCommands}. */
@NullMarked
package dev.lockstile.auth.cli;

import org.jspecify.annotations.NullMarked;
