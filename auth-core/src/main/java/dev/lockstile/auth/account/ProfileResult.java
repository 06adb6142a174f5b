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
    record Refused(Refusal why, @Nullable Instant retryAt) implements ProfileResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(Refusal why) {
            this(why, null);
        }
    }

    /** Why a person could not do something to a profile. */
    enum Refusal {
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** No such profile, or it is not the caller's: no difference is told. */
        NOT_FOUND("profile_not_found"),
        /** Nobody can act without a profile: the last one stays. */
        LAST_PROFILE("last_profile"),
        /** The account has as many profiles as one may have. */
        TOO_MANY("too_many_profiles"),
        /** Too many pictures in the last hour. */
        THROTTLED("throttled");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code profile_not_found}} */
        public String code() {
            return code;
        }
    }
}
