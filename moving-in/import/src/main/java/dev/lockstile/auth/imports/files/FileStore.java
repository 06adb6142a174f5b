package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files by their names, such as those of a folder. A name has slashes between its parts on every system. Safe for use
 * by one thread.
 *
 * <p>Every method throws {@link IOException} when the store does not answer or refuses; nothing is half written then.
 */
public interface FileStore {

    /** {@return what the store is, for people: never with a secret} */
    String description();

    /**
     * Tells all names, in any order.
     *
     * @param told is given each name once
     * @throws IOException when the store does not answer, or refuses
     */
    void names(Consumer<String> told) throws IOException;

    /**
     * {@return the file of that name; empty when there is none}
     *
     * @param name of the file
     * @throws IllegalArgumentException when the store can have no file of that name
     * @throws IOException when the store does not answer, or refuses
     */
    Optional<StoredFile> find(String name) throws IOException;

    /**
     * {@return the bytes of a file, to be closed by the caller}
     *
     * @param name of a file that is there
     * @throws IOException when the store does not answer, or refuses
     */
    InputStream read(String name) throws IOException;

    /**
     * Writes a file whole or not at all, in place of one that is there, and makes sure that the bytes have arrived.
     *
     * @param name of the file
     * @param content a file on this machine
     * @param sha256 of its bytes, in hexadecimal digits
     * @throws IllegalArgumentException when the store can have no file of that name
     * @throws IOException when the store does not answer, or refuses
     */
    void write(String name, Path content, String sha256) throws IOException;

    /**
     * A file as a store tells it.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits; empty where the store does not know it
     */
    record StoredFile(long size, Optional<String> sha256) {}
}
