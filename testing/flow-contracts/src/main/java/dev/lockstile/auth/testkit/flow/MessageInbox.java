package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the messages of a test house arrive. */
final class MessageInbox {

    private static final Pattern CODE = Pattern.compile("(?<![\\w+])\\d{6,10}(?!\\w)");
    private static final Pattern LINK = Pattern.compile("[?&]uid=([\\w-]+)&token=([\\w-]+)");

    private static final Pattern LOGIN = Pattern.compile("[?]token=([\\w-]+)");

    private final List<Letter> letters = new ArrayList<>();

    synchronized List<Letter> all() {
        return List.copyOf(letters);
    }

    List<Letter> to(String recipient) {
        return all().stream().filter(letter -> letter.to().equals(recipient)).toList();
    }

    Letter lastTo(String recipient) {
        return lastTo(recipient, letter -> true);
    }

    /** The last one of a kind: what lives short is sent before a notice that was written earlier. */
    Letter lastTo(String recipient, Predicate<Letter> kind) {
        List<Letter> found = to(recipient).stream().filter(kind).toList();
        if (found.isEmpty()) {
            throw new AssertionError("nothing of that kind was sent to " + recipient);
        }
        return found.get(found.size() - 1);
    }

    EmailSender email() {
        return message -> add(new Letter(message.to(), message.text()));
    }

    SmsSender sms() {
        return message -> add(new Letter(message.to(), message.text()));
    }

    private synchronized void add(Letter letter) {
        letters.add(letter);
    }

    /** A message that arrived. */
    record Letter(String to, String text) {

        String code() {
            return group(CODE, 0);
        }

        String uid() {
            return group(LINK, 1);
        }

        String token() {
            return group(LINK, 2);
        }

        /** The token of a link to sign in with. */
        String loginToken() {
            return group(LOGIN, 1);
        }

        boolean hasCode() {
            return CODE.matcher(text).find();
        }

        boolean hasLink() {
            return LINK.matcher(text).find();
        }

        private String group(Pattern pattern, int group) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no match of " + pattern + " in: " + text);
            }
            return matcher.group(group);
        }
    }
}
