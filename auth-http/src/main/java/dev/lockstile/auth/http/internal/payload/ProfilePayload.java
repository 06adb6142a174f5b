package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;

/** A profile as its owner sees it. */
public final class ProfilePayload {

    private ProfilePayload() {}

    public static JsonObject of(ProfileInfo profile) {
        Person person = profile.person();
        return new JsonObject()
                .with("id", KeyPayload.json(profile.id().key()))
                .with("first_name", person.firstName())
                .with("last_name_1", person.lastName1())
                .with("last_name_2", person.lastName2())
                .with("birthday", person.birthday())
                .with("gender", person.gender())
                .with("role", profile.status().role())
                .with("label", profile.label())
                .with("is_default", profile.status().isDefault())
                .with("is_active", profile.status().active())
                .with("picture", profile.picture())
                .with("display_name", person.displayName())
                .with("full_name", person.fullName())
                .with("settings", new RawJson(profile.settings().text()));
    }

    /** The answer to a new picture. */
    public static JsonObject pictureSaved(String detail, ProfileId profile, Object shown) {
        return new JsonObject()
                .with("detail", detail)
                .with("profile_id", KeyPayload.json(profile.key()))
                .with("profile", shown);
    }
}
