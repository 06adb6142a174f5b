package dev.lockstile.auth.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds codes and links in the text of a message. */
final class SentText {

    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9]{6,10}(?![0-9A-Za-z])");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]*[^\\s\"'<>.,;:!?)]");

    private SentText() {}

    /** The first run of 6 to 10 digits that stands on its own, outside of any link. */
    static Optional<String> code(String text) {
        return first(CODE, LINK.matcher(text).replaceAll(" "));
    }

    static Optional<SentLink> link(String text) {
        return first(LINK, text).map(URI::create).map(SentLink::new);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
