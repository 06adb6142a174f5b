package dev.lockstile.auth.cli;

import dev.lockstile.auth.token.SigningKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands over key files. No key leaves a file: ids, algorithms and times are all that is printed. */
@Command(
        name = "keys",
        description =
                "Makes the key files of a deployment, and lists and rotates the keys that sign access tokens. Prints"
                        + " no key.")
final class KeysCommand extends CommandGroup {

    private KeysCommand() {}

    static CommandLine of(Clock clock) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new Generate())
                .addSubcommand(new Listing())
                .addSubcommand(new KeysAddCommand(clock))
                .addSubcommand(withAnyId(new Remove()));
    }

    /** Fresh files for a deployment. */
    @Command(
            name = "generate",
            description =
                    "Makes digest.key, signing.jwks, audit.keys and import.keys in a folder, readable by their owner"
                            + " alone. A file that is there is left as it is, and nothing else is made.",
            mixinStandardHelpOptions = true)
    private static final class Generate implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--folder", paramLabel = "FOLDER", required = true, description = "Where; it has to be there.")
        private Path folder = Path.of(".");

        @Override
        public Integer call() throws IOException {
            List<KeyFile> files = KeyFile.fresh(folder);
            for (KeyFile file : files) {
                file.refuseIfThere();
            }
            PrintWriter out = spec.commandLine().getOut();
            for (KeyFile file : files) {
                file.create();
                out.println("Made " + file.path() + ".");
            }
            out.println("Give the same files to all nodes, and keep a copy: who loses digest.key signs everybody out.");
            return ExitCodes.OK;
        }
    }

    /** What is in a set. */
    @Command(
            name = "list",
            description = "Lists the keys that sign and verify access tokens, with the time from which each signs.",
            mixinStandardHelpOptions = true)
    private static final class Listing implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--file", paramLabel = "FILE", required = true, description = "The private JWK set.")
        private Path file = Path.of(".");

        @Override
        public Integer call() {
            for (SigningKeys.KeyInfo key : SigningKeysFile.of(file).read().keys()) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%-45s %-6s signs from %s%n",
                                key.id(), key.algorithm(), key.signsFrom() == null ? "the beginning" : key.signsFrom());
            }
            return ExitCodes.OK;
        }
    }

    /** In an emergency, or once it verifies nothing any more. */
    @Command(
            name = "remove",
            description =
                    "Takes a key out of the set. Tokens it signed are refused by each node that has the new file.",
            mixinStandardHelpOptions = true)
    private static final class Remove implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--file", paramLabel = "FILE", required = true, description = "The private JWK set.")
        private Path file = Path.of(".");

        @Option(names = "--id", paramLabel = "KID", required = true, description = "The key's id, as list prints it.")
        private String id = "";

        @Override
        public Integer call() throws IOException {
            SigningKeysFile keys = SigningKeysFile.of(file);
            keys.replace(keys.read().without(id));
            spec.commandLine().getOut().println("Removed " + id + ". Give the file to all nodes.");
            return ExitCodes.OK;
        }
    }
}
