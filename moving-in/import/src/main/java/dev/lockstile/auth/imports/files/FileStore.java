package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files by their names, such as those of a folder. Slashes separate the parts of a name on every system. For use by one
 * thread.
 *
 * <p>Every method throws {@link IOException} when the store does not answer or refuses; no file is half written then.
 */
public interface FileStore {

    /** {@return a description of the store for messages, without a secret} */
    String description();

    /**
     * Lists all names, in any order.
     *
     * @param told receives each name once
     * @throws IOException when the store does not answer, or refuses
     */
    void names(Consumer<String> told) throws IOException;

    /**
     * {@return the file of that name; empty when there is none}
     *
     * @param name of the file
     * @throws IllegalArgumentException when the store cannot have a file of that name
     * @throws IOException when the store does not answer, or refuses
     */
    Optional<StoredFile> find(String name) throws IOException;

    /**
     * {@return the bytes of a file, to be closed by the caller}
     *
     * @param name of an existing file
     * @throws IOException when the store does not answer, or refuses
     */
    InputStream read(String name) throws IOException;

    /**
     * Writes a file whole or not at all, replaces an existing one, and checks that all bytes have arrived.
     *
     * @param name of the file
     * @param content a file on this machine
     * @param sha256 of its bytes, in hexadecimal digits
     * @throws IllegalArgumentException when the store cannot have a file of that name
     * @throws IOException when the store does not answer, or refuses
     */
    void write(String name, Path content, String sha256) throws IOException;

    /**
     * A file as its store describes it.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits; empty where the store does not have it
     */
    record StoredFile(long size, Optional<String> sha256) {}
}
