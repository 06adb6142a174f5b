package dev.lockstile.auth.cli;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands over accounts of programs. For operators of the server: they check no right. */
@Command(
        name = "service-accounts",
        description = "Lists and opens accounts of programs, whose keys are those of api-keys.")
final class ServiceAccountsCommand extends CommandGroup {

    private ServiceAccountsCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new ServiceAccountsCommand())
                .addSubcommand(new Accounts(host))
                .addSubcommand(new Create(host));
    }

    /** The roles for programs, in the order of the alphabet. */
    private static List<String> roles(Auth auth) {
        return auth.roles().names().stream().filter(auth.roles()::isForPrograms).toList();
    }

    /** One line for each account. */
    @Command(
            name = "list",
            description = "Lists id, user name and role of each account, and whether it is disabled.",
            mixinStandardHelpOptions = true)
    static final class Accounts extends AnsweringCommand {

        Accounts(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            ManagedHost opened = host().get();
            List<String> roles = roles(opened.auth());
            if (!(opened.store() instanceof AdminListSource source)) {
                return failed("this host's store has no lists");
            }
            AdminLists lists = source.adminLists(opened.identifierRules());
            roles.forEach(role -> list(lists, role, opened.clock().instant()));
            return ExitCodes.OK;
        }

        private void list(AdminLists lists, String role, Instant now) {
            AccountFilter filter =
                    new AccountFilter(role, null, null, AccountFilter.Period.ALWAYS, AccountFilter.Period.ALWAYS);
            AdminLists.Query query =
                    AdminLists.Query.all().sized(200).filtered(filter).at(now);
            String next;
            do {
                AdminLists.Page page = lists.page(AdminLists.Table.USERS, query);
                page.rows().stream().filter(row -> row.get("deletedAt") == null).forEach(row -> done(line(row, role)));
                next = page.next();
                query = query.after(next);
            } while (next != null);
        }

        private static String line(Map<String, @Nullable Object> row, String role) {
            return row.get("id") + "  " + TerminalText.of(String.valueOf(row.get("username"))) + "  " + role
                    + (Boolean.TRUE.equals(row.get("active")) ? "" : "  disabled");
        }
    }

    /** Opens one. */
    @Command(
            name = "create",
            description = "Opens an account of a program, in a role that is declared for programs.",
            mixinStandardHelpOptions = true)
    static final class Create extends AnsweringCommand {

        @Parameters(paramLabel = "NAME", description = "The user name.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "One that is declared for programs.")
        private String role = "";

        Create(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            Outcome<UserInfo> result = host().get().auth().admin().createServiceAccount(new ServiceAccount(name, role));
            if (result instanceof Outcome.Refused<UserInfo> refused) {
                return failed(why(refused));
            }
            return done("Service account " + result.orElseThrow().id() + " is opened.");
        }

        private String why(Outcome.Refused<UserInfo> refused) {
            return switch (refused.why()) {
                case INVALID_INPUT ->
                    refused.problems().stream()
                                    .anyMatch(problem -> problem.field().equals("role"))
                            ? "that is no role for programs; declared are " + declared()
                            : Failures.words(refused.problems());
                case IDENTIFIER_TAKEN -> "an account has that user name";
                case FORBIDDEN -> "the application refuses the account";
                default -> refused.why().code();
            };
        }

        private String declared() {
            List<String> roles = roles(host().get().auth());
            return roles.isEmpty() ? "none" : String.join(", ", roles);
        }
    }
}
