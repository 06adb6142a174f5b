package dev.lockstile.auth.cli;

import dev.lockstile.auth.token.SigningKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The first half of a rotation: a key that is published now and signs later. */
@Command(
        name = "add",
        description =
                "Adds a fresh key that takes over later. Give the file to all nodes before its time: one that lacks it"
                        + " refuses what the others sign.",
        mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The private JWK set.")
    private Path file = Path.of(".");

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; ES256 unless told otherwise.")
    private SigningKeys.Algorithm algorithm = SigningKeys.Algorithm.ES256;

    @Option(
            names = "--in-hours",
            paramLabel = "N",
            description = "From when on it signs, 1 to 720 hours from now; 24 unless told otherwise.")
    private int hours = 24;

    KeysAddCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (hours < 1 || hours > 720) {
            throw new IllegalArgumentException("--in-hours takes 1 to 720");
        }
        SigningKeysFile keys = SigningKeysFile.of(file);
        Instant from = clock.instant().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
        SigningKeys next = keys.read().withNewKey(algorithm, from);
        keys.replace(next);
        String id = next.keys().get(next.keys().size() - 1).id();
        spec.commandLine()
                .getOut()
                .println("Added " + id + ", which signs from " + from + ". Give the file to all nodes.");
        return ExitCodes.OK;
    }
}
