package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;

/** How a change of a profile ended. */
public sealed interface ProfileResult {

    /** Done. @param profile as it is now, or as it last was when it is deleted */
    record Done(ProfileInfo profile) implements ProfileResult {}

    /** Nothing was changed. */
    record Refused(ProfileRefusal why) implements ProfileResult {}
}
