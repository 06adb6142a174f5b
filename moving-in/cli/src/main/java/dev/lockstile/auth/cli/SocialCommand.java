package dev.lockstile.auth.cli;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The commands over accounts at other sites. For operators of the server: they check no right, and reach
 * superusers too.
 */
@Command(
        name = "social",
        description =
                "Lists the accounts at other sites that are linked to an account, removes one, or lifts its suspension.")
final class SocialCommand extends CommandGroup {

    private static final String LOGIN = "E-mail address, phone number or user name.";

    private SocialCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new SocialCommand())
                .addSubcommand(new Accounts(host))
                .addSubcommand(new Unlink(host))
                .addSubcommand(new Resume(host));
    }

    /** One line for each account. */
    @Command(
            name = "list",
            description = "Lists id, provider, address there and last sign-in of each account, oldest first.",
            mixinStandardHelpOptions = true)
    static final class Accounts extends AnsweringCommand {

        @Parameters(paramLabel = "LOGIN", description = LOGIN)
        private String login = "";

        Accounts(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            Outcome<List<SocialAdministration.Account>> result =
                    host().get().social().accounts(Owner.named(login));
            if (result instanceof Outcome.Refused<?> refused) {
                return failed(words(refused.why()));
            }
            result.orElseThrow().forEach(account -> done(line(account.linked(), account.suspended())));
            return ExitCodes.OK;
        }

        private static String line(LinkedAccount account, boolean suspended) {
            String email = account.email() == null ? "-" : TerminalText.of(account.email());
            return account.id() + "  " + account.provider() + "  " + email
                    + (account.email() == null || account.emailVerified() ? "" : " (not verified)")
                    + "  linked " + account.linkedAt()
                    + "  last sign-in " + (account.lastLoginAt() == null ? "-" : account.lastLoginAt())
                    + (suspended ? "  suspended" : "");
        }
    }

    /** What one of the commands does to an account. */
    @FunctionalInterface
    private interface Work {

        Outcome<Boolean> on(SocialAdministration social, Owner owner, String id, String reason);
    }

    /** What is done to one account, for a reason. */
    abstract static class Change extends AnsweringCommand {

        @Parameters(index = "0", paramLabel = "LOGIN", description = LOGIN)
        private String login = "";

        @Parameters(index = "1", paramLabel = "ID", description = "Of the account, as 'social list' tells it.")
        private String id = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        private final Work work;
        private final String done;

        Change(OpenedHost host, Work work, String done) {
            super(host);
            this.work = work;
            this.done = done;
        }

        @Override
        public Integer call() {
            Outcome<Boolean> result = work.on(host().get().social(), Owner.named(login), id, reason.text());
            if (result instanceof Outcome.Refused<?> refused) {
                return failed(words(refused.why()));
            }
            return done(done);
        }
    }

    /** Ends all sessions of the person as well. */
    @Command(
            name = "unlink",
            description =
                    "Unlinks an account and ends the sessions of its owner, who is told. The last way in stays: then disable"
                            + " the person.",
            mixinStandardHelpOptions = true)
    static final class Unlink extends Change {

        Unlink(OpenedHost host) {
            super(host, SocialAdministration::unlink, "The account is unlinked, and the sessions ended.");
        }
    }

    /** For an account whose provider cannot tell any more that it is enabled again. */
    @Command(
            name = "resume",
            description = "Lifts the suspension of an account that its provider has disabled; its owner is told.",
            mixinStandardHelpOptions = true)
    static final class Resume extends Change {

        Resume(OpenedHost host) {
            super(host, SocialAdministration::resume, "The account signs its owner in again.");
        }
    }

    private static String words(Refusal why) {
        return switch (why) {
            case SOCIAL_LOGIN_OFF -> "this host serves no sign-in with other sites";
            case NOT_FOUND -> "no account has that name";
            case SOCIAL_NOT_FOUND -> "no account of that id is linked to them";
            case SOCIAL_NOT_SUSPENDED -> "that account is not suspended";
            case LAST_SIGN_IN_METHOD -> "it is their last way in";
            default -> why.code();
        };
    }
}
