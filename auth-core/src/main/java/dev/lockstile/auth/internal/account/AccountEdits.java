package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Edits of an administrator. The audit trail names what was edited; what it says is personal data and stays out. */
record AccountEdits(FlowContext context) {

    /** @throws IllegalArgumentException for values that {@link HostFields#problems} has something against */
    AccountChange change(AccountEdit edit) {
        List<HostField> fields = context.settings().fields().account();
        if (!HostFields.problems(fields, edit.host(), false).isEmpty()) {
            throw new IllegalArgumentException("values that HostFields.problems has something against: " + edit.host());
        }
        return new AccountChange(
                "edited",
                AdminPermission.USERS_EDIT,
                AccountChange.On.ORDINARY,
                null,
                before -> names(before, edit),
                (tx, user, now) -> write(tx, user, edit, now));
    }

    private boolean write(AuthTx tx, UserId user, AccountEdit edit, Instant now) {
        Optional<ProfileInfo> profile = tx.users().byId(user).flatMap(AccountEdits::described);
        profile.ifPresent(own -> {
            Profiles.Draft next = edit.profile().apply(draft(own));
            requireGender(next.person(), own.person());
            tx.profiles().describe(new Owned(user, own.id()), next.person(), next.label(), now);
        });
        if (!edit.host().isEmpty()) {
            List<HostField> fields = context.settings().fields().account();
            tx.hostColumns().writeUser(user, HostFields.byAttribute(fields, edit.host()), now);
        }
        return profile.isPresent() || !edit.host().isEmpty();
    }

    private void requireGender(Person next, Person own) {
        if (context.settings().genders().problem(next.gender(), own.gender()).isPresent()) {
            throw new IllegalArgumentException("the gender is none of those that the host has declared");
        }
    }

    private static Optional<ProfileInfo> described(StoredUser user) {
        return user.profiles().stream()
                .filter(profile -> profile.status().isDefault())
                .findFirst();
    }

    private static Profiles.Draft draft(ProfileInfo profile) {
        return new Profiles.Draft(profile.person(), profile.label());
    }

    private static @Nullable String names(StoredUser before, AccountEdit edit) {
        List<String> names = new ArrayList<>();
        described(before).ifPresent(profile -> {
            Person now = profile.person();
            Profiles.Draft next = edit.profile().apply(draft(profile));
            Person then = next.person();
            add(names, "firstName", now.firstName(), then.firstName());
            add(names, "lastName1", now.lastName1(), then.lastName1());
            add(names, "lastName2", now.lastName2(), then.lastName2());
            add(names, "birthday", now.birthday(), then.birthday());
            add(names, "gender", now.gender(), then.gender());
            add(names, "label", profile.label(), next.label());
        });
        names.addAll(new TreeSet<>(edit.host().byName().keySet()));
        return names.isEmpty() ? null : String.join(" ", names);
    }

    private static void add(List<String> names, String name, @Nullable Object now, @Nullable Object then) {
        if (!Objects.equals(now, then)) {
            names.add(name);
        }
    }
}
