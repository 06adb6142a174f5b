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
 * Pictures that people upload for entities of the host, by the checks of profile pictures: JPEG, PNG or WebP by content,
 * at most 2 MiB and 12 million pixels, encoded anew without metadata. They count with profile pictures, 30 an hour for a
 * user. The host writes owner and reference into its own row, and removes the file with the row.
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
     * {@return uploads that are kept in a store; one for the application, which bounds how many are decoded at once}
     *
     * @param auth whose accounts upload
     * @param store such as {@link BlobStore#files}, in a folder of its own
     */
    public static PictureUploads of(Auth auth, BlobStore store) {
        return new PictureUploads(auth, store);
    }

    /**
     * Keeps a picture. Refused: {@code SESSION_ENDED}, {@code THROTTLED}, {@code BUSY}, and {@code INVALID_INPUT} for
     * bytes that are no such picture. The rate is counted in a transaction of its own, so call it outside of yours.
     *
     * @param caller who uploads, and owns what is kept
     * @param upload as it came, whatever its name and media type said
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
     * Removes a file, where the owner is the caller.
     *
     * @param caller the authenticated caller
     * @param kept as the host's row has it
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
     * @param owner who uploaded it
     * @param reference what the store answered, such as an address
     * @param mediaType {@code image/jpeg} or {@code image/png}
     */
    public record Kept(UserId owner, String reference, String mediaType) {}
}
