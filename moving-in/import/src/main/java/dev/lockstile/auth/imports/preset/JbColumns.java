package dev.lockstile.auth.imports.preset;

import java.util.List;

/** The columns of jb-drf-auth 0.1. A column that decides who may come in is required, so that none is overlooked. */
final class JbColumns {

    static final DjangoTables.Columns USER = new DjangoTables.Columns(
            List.of("id", "password", "email", "username", "is_active", "is_verified", "deleted", "date_joined"),
            List.of(
                    "phone",
                    "is_staff",
                    "is_superuser",
                    "last_login",
                    "created",
                    "modified",
                    "deleted_by_cascade",
                    "terms_and_conditions",
                    "settings"),
            List.of());

    static final DjangoTables.Columns PROFILE = new DjangoTables.Columns(
            List.of("id", "user_id", "is_default", "is_active", "role", "deleted"),
            List.of(
                    "first_name",
                    "last_name_1",
                    "last_name_2",
                    "birthday",
                    "gender",
                    "settings",
                    "picture",
                    "label",
                    "created",
                    "modified",
                    "deleted_by_cascade"),
            List.of());

    static final DjangoTables.Columns DEVICE = new DjangoTables.Columns(
            List.of("id", "user_id"),
            List.of(
                    "platform",
                    "name",
                    "token",
                    "notification_token",
                    "linked_at",
                    "created",
                    "modified",
                    "deleted",
                    "deleted_by_cascade"),
            List.of());

    static final DjangoTables.Columns SOCIAL = new DjangoTables.Columns(
            List.of("id", "user_id", "provider", "provider_user_id"),
            List.of("email", "email_verified", "picture_url", "last_login_at", "created", "modified", "deleted"),
            List.of("raw_response", "deleted_by_cascade"));

    static final DjangoTables.Columns CODE = new DjangoTables.Columns(
            List.of("id"),
            List.of("is_used", "valid_until", "attempts"),
            List.of(
                    "code",
                    "email",
                    "phone",
                    "channel",
                    "last_sent_at",
                    "user_id",
                    "created",
                    "modified",
                    "deleted",
                    "deleted_by_cascade"));

    private JbColumns() {}
}
