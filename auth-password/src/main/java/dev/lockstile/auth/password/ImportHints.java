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

    /** Copies the list. */
    public ImportHints {
        formats = List.copyOf(formats);
    }

    /** Nothing is known: a text that could come from two systems is not taken over. */
    public static ImportHints none() {
        return new ImportHints(List.of(), null);
    }

    /** The formats or families of the old system, the likeliest first. */
    public static ImportHints of(String... formats) {
        return new ImportHints(List.of(formats), null);
    }

    /**
     * The old system cut passwords silently at bcrypt's 72 bytes, so plain bcrypt hashes here accept a longer password
     * once, cut as the old system cut it; at that sign-in the whole password is hashed anew. Say so only of a system
     * known to cut.
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

    /** The salt of one Firebase user; the hash itself is the text given to the import. */
    public ImportHints withFirebaseSalt(String base64Salt) {
        return new ImportHints(formats, base64Salt);
    }
}
