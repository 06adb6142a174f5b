package dev.lockstile.auth.http.settings;

import java.nio.file.Path;

/** Stores profile pictures. They arrive decoded, without metadata and encoded anew. */
@FunctionalInterface
public interface BlobStore {

    /**
     * Stores a picture.
     *
     * @param bytes the picture
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @return what stands in the profile as its picture, such as the address it is served at; at most 500 characters
     */
    String keep(byte[] bytes, String mediaType);

    /**
     * Removes a picture that was replaced in its profile. Does nothing by default.
     *
     * @param reference what {@link #keep} answered; anything else, such as the address of an imported picture, is left
     *     alone
     */
    default void remove(String reference) {}

    /**
     * {@return pictures as files of their own under unguessable names; the files of replaced pictures are removed}
     *
     * @param folder created when it is absent
     * @param publicBase the address under which the host serves the folder, such as {@code /media/}
     */
    static BlobStore files(Path folder, String publicBase) {
        return new FileBlobStore(folder, publicBase);
    }
}
