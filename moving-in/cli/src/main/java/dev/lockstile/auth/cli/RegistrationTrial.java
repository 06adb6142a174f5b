package dev.lockstile.auth.cli;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Adds two people as a registration does, in one transaction that is always rolled back. A constraint of another
 * application that refuses the first or the second of them would refuse every registration. Numbers of sequences are
 * used up.
 */
final class RegistrationTrial {

    private static final int PEOPLE = 2;

    private RegistrationTrial() {}

    /** What is wrong, if something is. */
    static Optional<Finding> of(AuthStore store, Instant now) {
        try {
            store.alone(tx -> {
                for (int i = 1; i <= PEOPLE; i++) {
                    add(tx, "check-" + i + "@lockstile.invalid", now);
                }
                throw new TriedException();
            });
            return Optional.empty();
        } catch (TriedException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Finding(
                    "HM-11",
                    "entities",
                    "two people who register are refused by the tables: " + cause(e),
                    "map the column that is meant in the entity, or give it a default that two rows may have"));
        }
    }

    private static void add(AuthTx tx, String address, Instant now) {
        Identifier email = new Identifier(IdentifierKind.EMAIL, address, address);
        UserId user = tx.users()
                .insert(new NewUser(
                        List.of(IdentifierAssignment.unproven(email)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, now),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now)));
        tx.profiles()
                .insert(new NewProfile(
                        user,
                        Person.UNKNOWN,
                        new ProfileInfo.Status("USER", true, true),
                        "",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now)));
        if (tx.users().byId(user).isEmpty()) { // the question writes what the store has put off
            throw new IllegalStateException("the row that was added is not there");
        }
    }

    private static String cause(Throwable failure) {
        Throwable at = Causes.innermost(failure);
        return String.join(
                ", ", String.valueOf(at.getMessage()).lines().map(String::strip).toList());
    }

    /** Both were added, and neither stays. */
    private static final class TriedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
