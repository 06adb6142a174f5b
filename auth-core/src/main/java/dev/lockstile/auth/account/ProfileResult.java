package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a change of a profile ended. */
public sealed interface ProfileResult {

    /**
     * Done.
     *
     * @param profile as it is now, or as it last was when it is deleted
     * @param replacedPicture the reference whose place a new picture took, which no profile shows any more; null when
     *     there was none and for every other change
     */
    record Done(ProfileInfo profile, @Nullable String replacedPicture) implements ProfileResult {

        /**
         * Done, and no picture was replaced.
         *
         * @param profile as it is now, or as it last was when it is deleted
         */
        public Done(ProfileInfo profile) {
            this(profile, null);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again; null when that is not known
     */
    record Refused(ProfileRefusal why, @Nullable Instant retryAt) implements ProfileResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(ProfileRefusal why) {
            this(why, null);
        }
    }
}
