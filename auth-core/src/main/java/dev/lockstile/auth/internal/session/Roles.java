package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.ArrayList;
import java.util.List;

/** The roles a token carries: the active profile's, and what the server made of the user. */
final class Roles {

    private Roles() {}

    static List<String> of(UserInfo user, ProfileInfo active) {
        List<String> roles = new ArrayList<>();
        roles.add(active.standing().role());
        if (user.standing().staff()) {
            roles.add("staff");
        }
        if (user.standing().superuser()) {
            roles.add("superuser");
        }
        return roles;
    }
}
