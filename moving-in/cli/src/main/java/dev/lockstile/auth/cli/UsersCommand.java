package dev.lockstile.auth.cli;

import dev.lockstile.auth.account.AccountMerging;
import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands over accounts. For operators of the server: they check no right. */
@Command(name = "users", description = "Merges two accounts of one person.")
final class UsersCommand extends CommandGroup {

    private UsersCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new UsersCommand()).addSubcommand(new Merging(host));
    }

    /** Reaches no account with a right, as no merge does. */
    @Command(
            name = "merge",
            description =
                    "Moves what FROM has to INTO and deletes FROM. Sessions of both end, and the owner is told. A merge is"
                            + " not undone.",
            mixinStandardHelpOptions = true)
    static final class Merging extends AnsweringCommand {

        @Parameters(index = "0", paramLabel = "FROM", description = "The account that ends. " + NamedAccount.FORMS)
        private String from = "";

        @Parameters(index = "1", paramLabel = "INTO", description = "The account that stays. " + NamedAccount.FORMS)
        private String into = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Option(names = "--dry-run", description = "Tells what would move, and writes nothing.")
        private boolean dryRun;

        Merging(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            NamedAccount ends = NamedAccount.of(host(), from);
            NamedAccount stays = NamedAccount.of(host(), into);
            Optional<String> unclear = ends.unclear("FROM").or(() -> stays.unclear("INTO"));
            if (unclear.isPresent()) {
                return failed(unclear.get());
            }
            AccountMerging admin = host().get().admin();
            Outcome<Merge> result = dryRun
                    ? admin.previewMerge(ends.only(), stays.only())
                    : admin.merge(ends.only(), stays.only(), reason.text());
            if (result instanceof Outcome.Refused<Merge> refused) {
                return failed(why(refused));
            }
            return told(result.orElseThrow());
        }

        private int told(Merge merge) {
            if (!merge.conflicts().isEmpty()) {
                return failed(conflicts(merge.conflicts()));
            }
            return done((dryRun ? "Would merge user " : "Merged user ") + merge.from() + " into user "
                    + merge.into()
                    + ": moved " + words(kinds(merge.moved()))
                    + "; released " + words(kinds(merge.released()))
                    + "; accounts at other sites " + words(merge.providers().stream())
                    + "; profiles " + merge.profiles() + ".");
        }
    }

    private static String why(Outcome.Refused<?> refused) {
        return switch (refused.why()) {
            case INVALID_INPUT -> conflicts(refused.problems());
            case NOT_FOUND -> "one of the accounts is not there";
            case FORBIDDEN -> "one of the accounts has a right, or the application refuses the merge";
            case IDENTIFIER_TAKEN -> "a unique column of the application's table keeps an identifier with FROM";
            default -> refused.why().code();
        };
    }

    private static String conflicts(List<FieldProblem> problems) {
        return problems.stream().map(UsersCommand::conflict).collect(Collectors.joining("; "));
    }

    private static String conflict(FieldProblem problem) {
        String side = problem.field().toUpperCase(Locale.ROOT);
        return switch (problem.code()) {
            case "same_account" -> "FROM and INTO are one account";
            case "disabled" -> side + " is disabled";
            case "has_second_factor" -> side + " has a second factor or a passkey: reset it first";
            case "unproven" -> side + " has proven no address and no number";
            case "too_many_profiles" -> "both have too many profiles together";
            default -> side + ": " + problem.code();
        };
    }

    private static Stream<String> kinds(List<IdentifierKind> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT));
    }

    private static String words(Stream<String> words) {
        String text = words.collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
