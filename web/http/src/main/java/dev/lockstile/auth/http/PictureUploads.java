package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.picture.Picture;
import dev.lockstile.auth.http.internal.picture.PictureCleaner;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Optional;

/**
 * Uploads of pictures for entities of the host, with the checks of profile pictures: JPEG, PNG or WebP by content, at
 * most 2 MiB and 12 million pixels, re-encoded without metadata. They share the limit of profile pictures, 30 an hour
 * per user. The host stores owner and reference in its own row, and removes the file with the row.
 */
public final class PictureUploads {

    private final Auth auth;
    private final BlobStore store;
    private final PictureCleaner cleaner = new PictureCleaner();

    private PictureUploads(Auth auth, BlobStore store) {
        this.auth = auth;
        this.store = store;
    }

    /**
     * {@return uploads to a store; create one per application, since it limits how many pictures are decoded at once}
     *
     * @param auth the services of the accounts
     * @param store for instance {@link BlobStore#files}, in a separate folder
     */
    public static PictureUploads of(Auth auth, BlobStore store) {
        return new PictureUploads(auth, store);
    }

    /**
     * Stores a picture. Refused with {@code SESSION_ENDED}, {@code THROTTLED}, {@code BUSY}, and {@code INVALID_INPUT}
     * for bytes that are not such a picture. The limit is counted in a transaction of its own, so call it outside the
     * host's transaction.
     *
     * @param caller the authenticated caller, who becomes the owner
     * @param upload the uploaded bytes; name and media type are not used
     * @return what is stored, or the refusal
     */
    public Outcome<Kept> keep(Caller caller, byte[] upload) {
        Outcome<ProfileInfo> admitted = auth.profiles().admitPicture(caller, caller.profile());
        if (admitted instanceof Outcome.Refused<ProfileInfo> refused) {
            return refused.as();
        }
        try {
            Optional<Picture> clean = cleaner.clean(upload);
            return clean.isEmpty()
                    ? Outcome.invalid(List.of(FieldProblem.of("picture", "invalid_picture")))
                    : Outcome.done(kept(caller, clean.get()));
        } catch (RefusalException e) {
            return Outcome.refused(Refusal.BUSY); // others are being decoded
        }
    }

    private Kept kept(Caller caller, Picture picture) {
        String reference = store.keep(picture.bytes(), picture.mediaType());
        return new Kept(caller.user(), reference, picture.mediaType());
    }

    /**
     * Removes a file of the caller.
     *
     * @param caller the authenticated caller
     * @param kept the values of the host's row
     * @return false for a file of another account
     */
    public boolean remove(Caller caller, Kept kept) {
        if (!kept.owner().equals(caller.user())) {
            return false;
        }
        store.remove(kept.reference());
        return true;
    }

    /**
     * A picture in the store.
     *
     * @param owner the user who uploaded it
     * @param reference the result of the store, such as an address
     * @param mediaType {@code image/jpeg} or {@code image/png}
     */
    public record Kept(UserId owner, String reference, String mediaType) {}
}
