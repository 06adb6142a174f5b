package dev.lockstile.auth.http.settings;

import java.nio.file.Path;

/** Where pictures are kept. They are clean when they come here: decoded, without metadata, encoded anew. */
@FunctionalInterface
public interface BlobStore {

    /**
     * Keeps the bytes.
     *
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @return what stands in the profile as its picture, such as the address it is served at; at most 500 characters
     */
    String keep(byte[] bytes, String mediaType);

    /**
     * Removes what no profile shows any more, because another picture has taken its place. Does nothing unless a store
     * says otherwise.
     *
     * @param reference what {@link #keep} answered; anything else, such as the address of an imported picture, is left alone
     */
    default void remove(String reference) {}

    /**
     * Files in a folder, each upload its own, under names that cannot be guessed. Files of replaced pictures are removed.
     *
     * @param folder made when it is not there
     * @param publicBase the address under which the host serves the folder, such as {@code /media/}
     */
    static BlobStore files(Path folder, String publicBase) {
        return new FileBlobStore(folder, publicBase);
    }
}
