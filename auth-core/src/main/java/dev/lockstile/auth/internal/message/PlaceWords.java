package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.notice.PlaceLookup;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where and when a client was, in words for a message; text from outside is cut to letters, digits and a few signs. */
public final class PlaceWords {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceWords.class);
    private static final int LONGEST = 80;
    private static final int LONGEST_NAME = 40;

    private final @Nullable PlaceLookup places;

    /** @param places null where the host knows no places */
    public PlaceWords(@Nullable PlaceLookup places) {
        this.places = places;
    }

    /** The place; empty where it is not known. */
    public Optional<String> of(@Nullable String address, Locale language) {
        if (places == null || address == null) {
            return Optional.empty();
        }
        try {
            return places.place(address, language).map(place -> plain(place, LONGEST));
        } catch (RuntimeException e) {
            LOG.warn("the place of a client could not be looked up", e);
            return Optional.empty();
        }
    }

    /** The zone of that name; empty for none, and for one that this JVM does not know. */
    public static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A name that a person gave to a thing, as a notice tells it. */
    public static String name(String text) {
        return plain(text, LONGEST_NAME);
    }

    /** A name to sign in by. A blank follows each dot, so that mail programs make no address of a site of it. */
    public static String userName(String text) {
        return cut(text.replaceAll("[^\\p{L}\\p{M}\\p{N} ._,()'-]", " ").replace(".", ". "), LONGEST_NAME);
    }

    /** At most so many characters of the text, and a dash for none. */
    public static String plain(@Nullable String text, int most) {
        return text == null ? "-" : cut(text.replaceAll("[^\\p{L}\\p{N} ,()'-]", " "), most);
    }

    private static String cut(String text, int most) {
        String kept = text.replaceAll(" +", " ").strip();
        return kept.isEmpty() ? "-" : kept.substring(0, end(kept, most));
    }

    /** Before half of a surrogate pair, which no database keeps. */
    private static int end(String text, int most) {
        return text.length() > most && Character.isHighSurrogate(text.charAt(most - 1))
                ? most - 1
                : Math.min(most, text.length());
    }
}
