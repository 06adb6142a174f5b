package dev.lockstile.auth.password;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a column of hashes besides the texts: shapes of different systems coincide, so an import names
 * the system.
 *
 * @param formats format ids, or families such as {@code django} (every id that starts with {@code django_}), the
 *     likeliest first
 * @param firebaseSalt the {@code salt} field of a Firebase user, in base64; null for every other system
 */
public record ImportHints(List<String> formats, @Nullable String firebaseSalt) {

    /**
     * Copies the list.
     *
     * @param formats format ids or families, the likeliest first
     * @param firebaseSalt the {@code salt} field of a Firebase user; null for every other system
     */
    public ImportHints {
        formats = List.copyOf(formats);
    }

    /**
     * {@return hints for a column of which nothing is known: a text that could come from two systems is not taken over}
     */
    public static ImportHints none() {
        return new ImportHints(List.of(), null);
    }

    /**
     * {@return hints that name the old system}
     *
     * @param formats its format ids or families, the likeliest first
     */
    public static ImportHints of(String... formats) {
        return new ImportHints(List.of(formats), null);
    }

    /**
     * {@return a copy for an old system that cut passwords silently at bcrypt's 72 bytes} Plain bcrypt hashes here
     * accept a longer password, cut as the old system cut it. Such a hash stays until a password of at most 72 bytes is
     * typed or the password is changed, since what was typed behind the cut may be wrong. Say so only of a system known
     * to cut.
     */
    public ImportHints cutAt72() {
        List<String> more = new ArrayList<>();
        if (formats.contains("devise_bcrypt")) {
            more.add("devise_bcrypt_cut72");
        }
        more.add("bcrypt_cut72");
        more.addAll(formats);
        return new ImportHints(more, firebaseSalt);
    }

    /**
     * {@return a copy with the salt of one Firebase user; the hash itself is the text given to the import}
     *
     * @param base64Salt the user's {@code salt}
     */
    public ImportHints withFirebaseSalt(String base64Salt) {
        return new ImportHints(formats, base64Salt);
    }
}
