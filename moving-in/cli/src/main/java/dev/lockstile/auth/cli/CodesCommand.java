package dev.lockstile.auth.cli;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Codes of the host's own purposes, issued and verified as the application does; never codes to sign in with. */
@Command(
        name = "codes",
        description =
                "Issues and verifies codes of a purpose that this application declares. Limits hold and events are"
                        + " told as in the application. Off in production unless the host allows it.")
final class CodesCommand extends CommandGroup {

    private CodesCommand() {}

    static CommandLine of(OpenedHost host) {
        return new CommandLine(new CodesCommand())
                .addSubcommand(new Issue(host))
                .addSubcommand(new Verify(host));
    }

    /** What both need. */
    abstract static class OfPurpose implements Callable<Integer> {

        private final OpenedHost host;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "PURPOSE", description = "The purpose's name, as the application declares it.")
        private String purpose = "";

        @Option(names = "--data", paramLabel = "TEXT", description = "What the code is bound to; nothing otherwise.")
        private String data = "";

        OfPurpose(OpenedHost host) {
            this.host = host;
        }

        String data() {
            return data;
        }

        PrintWriter out() {
            return spec.commandLine().getOut();
        }

        Auth auth() {
            return host.get().auth();
        }

        /** @throws IllegalArgumentException where the host does not allow it, or declares no such purpose */
        PurposeCodes codes() {
            if (!host.get().allowsCodes()) {
                throw new IllegalArgumentException("codes from the command line are off here: they are for development;"
                        + " override ManagedHost.allowsCodes() to allow them");
            }
            return auth().codes(purpose);
        }
    }

    /** Issues one. */
    @Command(
            name = "issue",
            description = "Issues a code and has it sent; of a purpose that hands codes back it is printed.",
            mixinStandardHelpOptions = true)
    static final class Issue extends OfPurpose {

        @Option(names = "--email", paramLabel = "EMAIL", description = "To this address.")
        private @Nullable String email;

        @Option(names = "--sms", paramLabel = "NUMBER", description = "To this number.")
        private @Nullable String sms;

        Issue(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            String address = email == null ? sms : email;
            if (address == null || email != null && sms != null) {
                throw new IllegalArgumentException("say to whom: --email EMAIL or --sms NUMBER");
            }
            CodeIdentifier to = email == null ? CodeIdentifier.phone(address) : CodeIdentifier.email(address);
            PurposeCodes.Request request =
                    new PurposeCodes.Request(PurposeCodes.Recipient.address(to), data(), null, null);
            Outcome<PurposeCodes.Issued> result = codes().issue(request);
            if (result instanceof Outcome.Refused<PurposeCodes.Issued> refused) {
                return refused(refused);
            }
            out().println(issued(result.orElseThrow()));
            return ExitCodes.OK;
        }

        private int refused(Outcome.Refused<PurposeCodes.Issued> refused) {
            if (refused.why() == Refusal.INVALID_INPUT) {
                throw new IllegalArgumentException(Failures.words(refused.problems()));
            }
            out().println("refused: " + refused.why().code()
                    + (refused.retryAt() == null ? "" : ", again at " + refused.retryAt()));
            return ExitCodes.FAILED;
        }

        private String issued(PurposeCodes.Issued issued) {
            String challenge = "challenge " + issued.challengeId() + ", valid until " + issued.validUntil();
            PurposeCodes.HandedBack back = issued.handedBack();
            if (back != null) {
                return challenge + ", code " + back.code().reveal();
            }
            auth().messages().dispatchDue();
            return challenge + "; the code leaves by " + issued.channel() + ", if the recipient may have one";
        }
    }

    /** Verifies one, which uses it up. */
    @Command(
            name = "verify",
            description =
                    "Verifies a code and uses it up; a wrong one costs an attempt. Exits with 1 when it is refused.",
            mixinStandardHelpOptions = true)
    static final class Verify extends OfPurpose {

        @Option(names = "--challenge", required = true, paramLabel = "ID", description = "As issue told it.")
        private String challenge = "";

        @Option(names = "--code", required = true, paramLabel = "CODE", description = "The code.")
        private String code = "";

        Verify(OpenedHost host) {
            super(host);
        }

        @Override
        public Integer call() {
            ClientInfo client = new ClientInfo(ClientKind.WEB, null, null, "manage");
            Outcome<PurposeCodes.Verified> result =
                    codes().verify(new PurposeCodes.Attempt(challenge, Secret.of(code), data(), null, client));
            if (result instanceof Outcome.Refused<PurposeCodes.Verified> refused) {
                return refused(refused);
            }
            PurposeCodes.Verified verified = result.orElseThrow();
            out().println("verified: sent to " + MaskedRecipient.of(verified.recipient()) + " by "
                    + verified.channel());
            return ExitCodes.OK;
        }

        private int refused(Outcome.Refused<PurposeCodes.Verified> refused) {
            switch (refused.why()) {
                case INVALID_INPUT -> throw new IllegalArgumentException(Failures.words(refused.problems()));
                case MALFORMED_CODE ->
                    throw new IllegalArgumentException(
                            Failures.words(List.of(FieldProblem.of("code", Refusal.MALFORMED_CODE.code()))));
                case THROTTLED -> out().println("refused: too many tries, again at " + refused.retryAt());
                default ->
                    out().println("refused: wrong, used, replaced, expired, out of attempts, or for something else");
            }
            return ExitCodes.FAILED;
        }
    }
}
