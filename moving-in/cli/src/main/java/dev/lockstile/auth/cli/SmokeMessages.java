package dev.lockstile.auth.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where codes and links of a smoke test are read: the development inbox of the application, or the person at the
 * terminal who reads the mailbox.
 */
final class SmokeMessages {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?<![\\w+-])\\d{6,10}(?![\\w-])");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final SmokeClient client;
    private final @Nullable URI inbox;
    private final Function<String, @Nullable String> asked;
    private final Set<String> seen = new HashSet<>();

    private SmokeMessages(SmokeClient client, @Nullable URI inbox, Function<String, @Nullable String> asked) {
        this.client = client;
        this.inbox = inbox;
        this.asked = asked;
    }

    static SmokeMessages of(SmokeClient client, @Nullable URI inbox, Function<String, @Nullable String> asked)
            throws InterruptedException {
        return new SmokeMessages(client, inbox != null && serves(client, inbox) ? inbox : null, asked);
    }

    private static boolean serves(SmokeClient client, URI inbox) throws InterruptedException {
        try {
            SmokeAnswer answer = client.read(inbox);
            return answer.status() == 200 && answer.json().isArray();
        } catch (IOException e) {
            return false; // an address that cannot be reached is told by the first step
        }
    }

    boolean hasInbox() {
        return inbox != null;
    }

    /** The code of the newest message to that address. */
    String code(String to, String what) throws IOException, InterruptedException {
        return read(to, "code", "Code of the message \"" + what + "\" to the mailbox: ");
    }

    /** The link of the newest message to that address. */
    String link(String to, String what) throws IOException, InterruptedException {
        return read(to, "link", "Link of the message \"" + what + "\" to the mailbox: ");
    }

    private String read(String to, String member, String question) throws IOException, InterruptedException {
        if (inbox == null) {
            String typed = asked.apply(question);
            if (typed == null || typed.isBlank()) {
                throw new SmokeStepException("no " + member + " was typed");
            }
            return typed.strip();
        }
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            String found = newest(inbox, to, member);
            if (found != null) {
                return found;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new SmokeStepException("no message with a " + member + " came to the inbox in " + PATIENCE.toSeconds()
                + " s: look at the outbox and at the log of the application");
    }

    private @Nullable String newest(URI address, String to, String member) throws IOException, InterruptedException {
        for (JsonNode message : client.read(address).json()) {
            JsonNode found = message.path(member);
            // a message with a link may hold a code beside it
            String text = found.isNull() && member.equals("code")
                    ? codeIn(message)
                    : found.isNull() ? null : found.asString();
            if (message.path("to").asString("").equalsIgnoreCase(to)
                    && text != null
                    && seen.add(message.path("id").asString(""))) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String codeIn(JsonNode message) {
        Matcher digits = CODE.matcher(message.path("text").asString("").replaceAll("https?://\\S+", ""));
        return digits.find() ? digits.group() : null;
    }
}
