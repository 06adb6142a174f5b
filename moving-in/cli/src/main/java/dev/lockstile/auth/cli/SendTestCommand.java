package dev.lockstile.auth.cli;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.OutboxStore;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends a message through the host's own providers and tells what they answered. */
@Command(
        name = "send-test",
        description =
                "Sends the text of a sign-in code, with zeros for a code, through the providers, outbox and texts of"
                        + " this application, and tells what the provider answered. Five an hour for a recipient; countries"
                        + " and budgets hold. Exits with 1 when a message did not leave.",
        mixinStandardHelpOptions = true)
final class SendTestCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--sms",
            paramLabel = "NUMBER",
            description = "A number in international form, such as +525512345678.")
    private @Nullable String sms;

    @Option(names = "--email", paramLabel = "EMAIL", description = "An address.")
    private @Nullable String email;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for the provider's answer; 60 otherwise.")
    private int seconds = 60;

    SendTestCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<Channel, String> wanted = new EnumMap<>(Channel.class);
        if (sms != null) {
            wanted.put(Channel.SMS, sms);
        }
        if (email != null) {
            wanted.put(Channel.EMAIL, email);
        }
        if (wanted.isEmpty() || seconds < 1) {
            throw new IllegalArgumentException(
                    "say where to send: --sms NUMBER, --email EMAIL, or both; --wait takes 1 or more");
        }
        boolean allLeft = true;
        for (Map.Entry<Channel, String> to : wanted.entrySet()) {
            allLeft &= isSent(to.getKey(), to.getValue());
        }
        return allLeft ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private boolean isSent(Channel channel, String recipient) throws InterruptedException {
        Auth auth = host.get().auth();
        String line = (channel == Channel.SMS ? "sms" : "email") + " to " + MaskedRecipient.of(recipient) + ": ";
        Outcome<String> result = auth.testMessages().send(channel, recipient);
        PrintWriter out = spec.commandLine().getOut();
        if (result instanceof Outcome.Refused<String> refused) {
            out.println(line + "not sent: " + advice(refused.why(), channel));
            return false;
        }
        Optional<OutboxStore.Report> report = answered(auth, result.orElseThrow());
        out.println(line
                + report.map(SendTestCommand::words).orElse("not in the outbox any more: look at the message log"));
        return report.filter(SendTestCommand::hasLeft).isPresent();
    }

    /** Sends what waits, in this process, unless the application beside it is faster. */
    private Optional<OutboxStore.Report> answered(Auth auth, String id) throws InterruptedException {
        Optional<OutboxStore.Report> report = Optional.empty();
        for (long waited = 0; waited < seconds * 1000L; waited += PAUSE.toMillis()) {
            auth.messages().dispatchDue();
            report = auth.messages().report(id);
            if (report.filter(found -> found.finishedAt() == null && found.lastError() == null)
                    .isEmpty()) {
                return report;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return report;
    }

    private static boolean hasLeft(OutboxStore.Report report) {
        return report.outcome() == MessageOutcome.Status.SENT;
    }

    private static String words(OutboxStore.Report report) {
        String error = report.lastError();
        String answer = error == null ? "" : ": " + TerminalText.of(error);
        if (hasLeft(report)) {
            return "taken by " + report.provider() + " in try " + report.tries();
        }
        if (report.finishedAt() != null) {
            return "FAILED" + answer;
        }
        return error == null
                ? "no answer yet: the message waits in the outbox; look whether the application has a provider that works"
                : "FAILED in try " + report.tries() + answer + "; the application tries again";
    }

    private static String advice(Refusal why, Channel channel) {
        return switch (why) {
            case INVALID_INPUT ->
                channel == Channel.SMS
                        ? "no number: write it in international form, such as +525512345678"
                        : "no e-mail address";
            case THROTTLED -> "five tests went to this recipient in the last hour; try again later";
            default ->
                "the countries that text messages may reach, or a budget of messages, do not allow it (docs/throttling.md)";
        };
    }
}
