package dev.lockstile.auth.cli;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands over API keys of any account. For operators of the server: they check no right. */
@Command(
        name = "api-keys",
        description =
                "Lists, makes, rotates and revokes API keys of a person or a program. A person is told of a new key.")
final class ApiKeysCommand extends CommandGroup {

    private ApiKeysCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new ApiKeysCommand())
                .addSubcommand(new Keys(host))
                .addSubcommand(new Create(host))
                .addSubcommand(withAnyId(new Rotate(host)))
                .addSubcommand(withAnyId(new Revoke(host)));
    }

    /** What each does for one account. */
    abstract static class OfAccount extends AnsweringCommand {

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = NamedAccount.FORMS)
        private String account = "";

        OfAccount(OpenedHost host) {
            super(host);
        }

        @Override
        public final Integer call() {
            NamedAccount named = NamedAccount.of(host(), account);
            Optional<String> unclear = named.unclear("ACCOUNT");
            return unclear.isPresent() ? failed(unclear.get()) : run(keys(), named.only());
        }

        abstract int run(ApiKeyAdministration keys, UserId user);

        final ApiKeyAdministration keys() {
            return host().get().auth().apiKeyAdministration();
        }

        /** The key alone on standard output, so that a script reads nothing else. */
        final int issued(UserId user, Outcome<ApiKey.Issued> result) {
            if (result instanceof Outcome.Refused<ApiKey.Issued> refused) {
                return refused(user, refused);
            }
            ApiKey.Issued issued = result.orElseThrow();
            note("Key " + issued.key().id() + " opens until " + issued.key().expiresAt() + "; it is shown this once.");
            return done(issued.secret().reveal());
        }

        final int refused(UserId user, Outcome.Refused<?> refused) {
            return failed(
                    switch (refused.why()) {
                        case API_KEYS_OFF -> "this host serves no API keys";
                        case NOT_FOUND -> "no key of that id is in use, or the account is not there";
                        case ACCOUNT_UNAVAILABLE -> "the account is disabled";
                        case TOO_MANY_API_KEYS -> "the account has as many keys as it may have: revoke one first";
                        case INVALID_INPUT -> wrong(user, refused.problems());
                        default -> refused.why().code();
                    });
        }

        private String wrong(UserId user, List<FieldProblem> problems) {
            boolean scope =
                    problems.stream().anyMatch(problem -> problem.field().equals("scope"));
            return scope
                    ? "the account may not do that; it may do " + allowed(user)
                    : Failures.words(problems).replace("expires_in_days", "--days");
        }

        private String allowed(UserId user) {
            Set<String> scopes = keys().scopes(user).toOptional().orElse(Set.of());
            return scopes.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(scopes));
        }
    }

    /** One line for each key. */
    @Command(
            name = "list",
            description = "Lists id, name, scopes, end and last use of each key that opens, newest first.",
            mixinStandardHelpOptions = true)
    static final class Keys extends OfAccount {

        Keys(OpenedHost host) {
            super(host);
        }

        @Override
        int run(ApiKeyAdministration keys, UserId user) {
            Outcome<List<ApiKey>> result = keys.list(user);
            if (result instanceof Outcome.Refused<?> refused) {
                return refused(user, refused);
            }
            result.orElseThrow().forEach(key -> done(line(key)));
            return ExitCodes.OK;
        }

        private static String line(ApiKey key) {
            String scopes = key.scopes().isEmpty() ? "-" : String.join(" ", new TreeSet<>(key.scopes()));
            return key.id() + "  " + TerminalText.of(key.name()) + "  " + scopes + "  until " + key.expiresAt()
                    + "  last used " + (key.lastUsedAt() == null ? "-" : key.lastUsedAt());
        }
    }

    /** What changes a key asks for a reason. */
    abstract static class Change extends OfAccount {

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        Change(OpenedHost host) {
            super(host);
        }

        final String reason() {
            return reason.text();
        }
    }

    /** What makes a secret says how long it opens. */
    abstract static class Issuing extends Change {

        @Option(
                names = "--days",
                paramLabel = "DAYS",
                description = "How long it opens; the host's usual time otherwise.")
        private @Nullable Integer days;

        Issuing(OpenedHost host) {
            super(host);
        }

        final @Nullable Duration life() {
            return days == null ? null : Duration.ofDays(days);
        }
    }

    /** Makes one. */
    @Command(
            name = "create",
            description = "Makes a key and prints it, this once, as the only line of standard output.",
            mixinStandardHelpOptions = true)
    static final class Create extends Issuing {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(names = "--scope", paramLabel = "SCOPE", split = ",", description = "What it may do; may be repeated.")
        private Set<String> scopes = new HashSet<>();

        Create(OpenedHost host) {
            super(host);
        }

        @Override
        int run(ApiKeyAdministration keys, UserId user) {
            return issued(user, keys.create(user, new ApiKey.Draft(name, scopes, life()), reason()));
        }
    }

    /** Another secret for one. */
    @Command(
            name = "rotate",
            description =
                    "Gives a key another secret and prints it, this once, as the only line of standard output. The replaced"
                            + " one opens for the host's overlap.",
            mixinStandardHelpOptions = true)
    static final class Rotate extends Issuing {

        @Parameters(index = "1", paramLabel = "ID", description = "The key's id, as list prints it.")
        private String id = "";

        Rotate(OpenedHost host) {
            super(host);
        }

        @Override
        int run(ApiKeyAdministration keys, UserId user) {
            return issued(user, keys.rotate(new ApiKey.Owned(user, id), life(), reason()));
        }
    }

    /** Ends one. */
    @Command(
            name = "revoke",
            description = "Revokes a key, with a secret that was replaced.",
            mixinStandardHelpOptions = true)
    static final class Revoke extends Change {

        @Parameters(index = "1", paramLabel = "ID", description = "The key's id, as list prints it.")
        private String id = "";

        Revoke(OpenedHost host) {
            super(host);
        }

        @Override
        int run(ApiKeyAdministration keys, UserId user) {
            Outcome<Boolean> result = keys.revoke(new ApiKey.Owned(user, id), reason());
            return result instanceof Outcome.Refused<?> refused ? refused(user, refused) : done("The key is revoked.");
        }
    }
}
