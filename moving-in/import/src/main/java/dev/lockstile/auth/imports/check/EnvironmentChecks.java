package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.model.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the environment of an import: the backup, the disk, the senders, and the deadline of the source system's
 * tokens.
 */
final class EnvironmentChecks {

    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration LONGEST_BRIDGE = Duration.ofDays(90);
    private static final long AT_LEAST = 64L << 20;
    private static final long PER_PERSON = 400;

    private EnvironmentChecks() {}

    /** Checks that the backup is a file that is not empty and younger than a day. */
    static List<CheckFinding> backup(@Nullable Path file, Instant now) {
        if (file == null) {
            return List.of(
                    CheckFinding.warning("MB-01", "no backup was named", "make one, and name it: --backup FILE"));
        }
        try {
            boolean fresh =
                    Files.getLastModifiedTime(file).toInstant().plus(FRESH).isAfter(now);
            if (Files.size(file) == 0) {
                return List.of(badBackup(file, "is empty"));
            }
            return fresh ? List.of() : List.of(badBackup(file, "is older than a day"));
        } catch (IOException e) {
            return List.of(
                    badBackup(file, "cannot be looked at (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private static CheckFinding badBackup(Path file, String what) {
        return CheckFinding.error("MB-01", "the backup " + file + " " + what, "make a fresh one before the import");
    }

    /** Checks the room for temporary files, in which an import stores identifier candidates. */
    static List<CheckFinding> disk(long people, long free) {
        long wanted = AT_LEAST + people * PER_PERSON;
        return free >= wanted
                ? List.of()
                : List.of(CheckFinding.error(
                        "MB-12",
                        free + " bytes are free for temporary files, " + wanted + " may be wanted",
                        "make room, or name another folder: -Djava.io.tmpdir=FOLDER"));
    }

    /** @param phones true when the source has users with a phone */
    static List<CheckFinding> wiring(Optional<MigrationWiring> wiring, boolean phones, Instant now) {
        if (wiring.isEmpty()) {
            return List.of(CheckFinding.warning(
                    "MB-10",
                    "the host does not tell how messages leave and whether old tokens are exchanged",
                    "override ManagedHost.moveWiring(), or see to both yourself"));
        }
        List<CheckFinding> found = new ArrayList<>(messages(wiring.get(), Channel.EMAIL, "e-mail"));
        if (phones) {
            found.addAll(messages(wiring.get(), Channel.SMS, "SMS"));
        }
        found.addAll(bridge(wiring.get().oldTokensUntil(), now));
        return found;
    }

    private static List<CheckFinding> messages(MigrationWiring wiring, Channel channel, String name) {
        return wiring.channels().contains(channel)
                ? List.of()
                : List.of(CheckFinding.error(
                        "MB-10",
                        "no " + name + " reaches any account: one without a password cannot sign in",
                        "wire a sender for " + name + ", and name it in ManagedHost.moveWiring()"));
    }

    private static List<CheckFinding> bridge(@Nullable Instant until, Instant now) {
        if (until == null) {
            return List.of(CheckFinding.warning(
                    "MB-11",
                    "no old tokens are exchanged: everybody has to sign in once",
                    "wire a LegacySessionBridge with the old signing key (docs/cut-over.md), or tell people"));
        }
        return until.isAfter(now)
                ? List.of()
                : List.of(CheckFinding.error(
                        "MB-11",
                        "the deadline of the old tokens is over: " + until,
                        "give the SessionBridge a later one"));
    }

    /** Checks the deadline after the import: tokens of the source system are of use until the last of them expires. */
    static List<CheckFinding> bridgeAfterwards(Optional<MigrationWiring> wiring, Instant now) {
        Instant until = wiring.map(MigrationWiring::oldTokensUntil).orElse(null);
        if (until == null || until.isAfter(now) && until.isBefore(now.plus(LONGEST_BRIDGE))) {
            return List.of();
        }
        return List.of(
                until.isAfter(now)
                        ? CheckFinding.warning(
                                "MA-11",
                                "old tokens are exchanged until " + until,
                                "no longer than the longest of them lives: an earlier deadline for the SessionBridge")
                        : CheckFinding.warning(
                                "MA-11",
                                "the deadline of the old tokens is over: " + until,
                                "take legacyTokens(...) out, and the old key with it"));
    }
}
