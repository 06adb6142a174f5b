package dev.lockstile.auth.password;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every way of storing a password that is read here: the one table. It tells what a table of users holds, and turns an
 * old hash into the text to store. Safe for use by many threads.
 */
public interface PasswordFormats {

    /** {@return the ids of all foreign formats, in the order in which they are asked; the host's own come first} */
    List<String> ids();

    /**
     * What a stored text is.
     *
     * @param stored any text of a hash column
     * @return {@code none} for null and empty, {@code unusable} for a marker, {@code unknown}, {@code argon2id} for a
     *     hash as it would be written now, {@code argon2id_wrapped} for a weak one inside, or a foreign format's id
     */
    String formatOf(@Nullable String stored);

    /**
     * {@return how many texts there are of each format, for a migration report; the order is by id}
     *
     * @param stored the texts of a column, in any order, read once
     */
    Map<String, Integer> report(Iterable<? extends @Nullable String> stored);

    /**
     * {@return what to store for a hash of an old system} A weak fast hash is wrapped in Argon2id, which takes the time
     * and memory of one hash on the calling thread, outside the permits: run as many threads as the machine can spare.
     * Never throws for any text.
     *
     * @param stored the old text; null and empty for a person without a password
     * @param hints what is known of the old system
     */
    ImportOutcome importable(@Nullable String stored, ImportHints hints);

    /**
     * {@return whether a text is what {@link #importable} stores of an old one} A wrapped hash, which has a salt of its
     * own, is computed anew, as long and as heavy as a sign-in. Never throws for any text.
     *
     * @param here the text as it is stored here
     * @param stored the old text
     * @param hints what is known of the old system
     */
    boolean isImportOf(String here, @Nullable String stored, ImportHints hints);

    /**
     * {@return what {@link #importable} would find, in microseconds: the format, the kind and a text of the same form
     * and length} A weak hash is not wrapped, so the text opens nothing and is never to be stored. For a plan, which
     * counts and writes nothing. Never throws for any text.
     *
     * @param stored the old text; null and empty for a person without a password
     * @param hints what is known of the old system
     */
    ImportOutcome foreseen(@Nullable String stored, ImportHints hints);

    /**
     * {@return whether {@link #importable} wraps a text, in microseconds} Most texts are told apart without finding their
     * format. Never throws for any text.
     *
     * @param stored the old text; null and empty for a person without a password
     * @param hints what is known of the old system
     */
    default boolean wraps(@Nullable String stored, ImportHints hints) {
        return foreseen(stored, hints).kind() == ImportOutcome.Kind.WRAPPED;
    }

    /**
     * {@return whether {@link #isImportOf} may be true, as far as it shows without computing a hash: of a wrapped one
     * the format and its salt are compared, of any other the whole text} Never throws for any text.
     *
     * @param here the text as it is stored here
     * @param stored the old text
     * @param hints what is known of the old system
     */
    boolean mayBeImportOf(String here, @Nullable String stored, ImportHints hints);
}
