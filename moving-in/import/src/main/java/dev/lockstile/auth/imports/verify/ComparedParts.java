package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;

/** Compares devices and accounts at other sites in source and target. */
record ComparedParts(String owner, SourceAndTarget sides) {

    void device(DeviceDraft old, NewDevice stored, Comparison comparison) {
        DeviceInfo was = old.info();
        DeviceInfo now = stored.info();
        comparison.field("user_id", owner, stored.user().toString());
        comparison.field("platform", was.platform(), now.platform());
        comparison.field("name", was.name(), now.name());
        comparison.field("token", was.token(), now.token());
        comparison.field("notification_token", was.notificationToken(), now.notificationToken());
        if (!sides.isMadeUp(old.linkedAt())) {
            comparison.field("linked_at", old.linkedAt(), stored.linkedAt());
        }
        ComparedUser.times(old.times(), stored.times(), sides, comparison);
    }

    void social(SocialIdentity was, RowTimes times, NewSocial stored, Comparison comparison) {
        SocialIdentity now = stored.identity();
        comparison.field("user_id", owner, stored.user().toString());
        comparison.field("provider", was.provider(), now.provider());
        comparison.field("provider_user_id", was.providerUserId(), now.providerUserId());
        comparison.field("email", was.email(), now.email());
        comparison.field("email_verified", was.emailVerified(), now.emailVerified());
        comparison.field("picture_url", was.pictureUrl(), now.pictureUrl());
        comparison.field("last_login_at", was.lastLoginAt(), now.lastLoginAt());
        ComparedUser.times(times, stored.times(), sides, comparison);
    }
}
