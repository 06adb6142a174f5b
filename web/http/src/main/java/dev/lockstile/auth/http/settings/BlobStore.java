package dev.lockstile.auth.http.settings;

import java.nio.file.Path;

/** Stores pictures, which were checked and re-encoded without metadata. */
@FunctionalInterface
public interface BlobStore {

    /**
     * Stores a picture.
     *
     * @param bytes the picture
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @return the reference to store with the profile, such as the address at which the picture is served; at most
     *     500 characters
     */
    String keep(byte[] bytes, String mediaType);

    /**
     * Removes a picture that was replaced. Does nothing by default.
     *
     * @param reference the result of {@link #keep}; any other value, such as the address of an imported picture,
     *     has to be ignored
     */
    default void remove(String reference) {}

    /**
     * {@return a store of files with random names, which removes the files of replaced pictures}
     *
     * @param folder the folder, which is created if it does not exist
     * @param publicBase the address under which the host serves the folder, such as {@code /media/}
     */
    static BlobStore files(Path folder, String publicBase) {
        return new FileBlobStore(folder, publicBase);
    }
}
