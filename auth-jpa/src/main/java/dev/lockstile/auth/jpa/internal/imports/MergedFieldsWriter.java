package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * Fills what is empty in rows that are here, as an import does with a second row of a person, and empties it again. The
 * time of change stays both times, so that it still tells whether another writer has touched the row.
 */
record MergedFieldsWriter(Rows rows, HostModel host) {

    private static final Set<Part> IDENTIFIERS = EnumSet.of(Part.EMAIL, Part.PHONE, Part.USERNAME);

    Optional<FilledColumns> user(UserId id, List<IdentifierAssignment> claims, @Nullable Secret passwordHash) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (IdentifierAssignment claim : claims) {
            if (isFilled(id, claim)) {
                parts.add(Part.of(claim.identifier().kind()));
            }
        }
        if (passwordHash != null && isFilled(id, passwordHash)) {
            parts.add(Part.PASSWORD);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new FilledColumns(parts, modifiedAt(id)));
    }

    private boolean isFilled(UserId id, Secret passwordHash) {
        return rows.update(host.user())
                .set("passwordHash", passwordHash.reveal())
                .whereKey(id.key())
                .where(isNull("passwordHash"))
                .runOnOne();
    }

    private boolean isFilled(UserId id, IdentifierAssignment claim) {
        Part part = Part.of(claim.identifier().kind());
        String name = attribute(part);
        ConditionalUpdate update = rows.update(host.user())
                .set(name, claim.identifier().value())
                .set(name + "Key", claim.owned() ? claim.identifier().key() : null);
        if (isProvable(part)) {
            update.set(name + "VerifiedAt", claim.verifiedAt());
        }
        return update.whereKey(id.key())
                .where(isNull("deletedAt"), isNull(name))
                .runOnOne();
    }

    /** The row is held by now, since something was filled in. */
    private Instant modifiedAt(UserId id) {
        return (Instant) rows.select("select u.modifiedAt, u.createdAt from "
                        + host.user().name() + " u where " + host.user().id("u") + " = :id")
                .setParameter("id", id.key())
                .getSingleResult()[0];
    }

    /** A change of the profile between look and update moves its time of change: it is not emptied then. */
    Optional<FilledColumns> defaultProfile(UserId owner, Person person, String role) {
        return rows
                .select("select p.firstName, p.lastName1, p.lastName2, p.birthday, p.gender, p.role, p.modifiedAt from "
                        + host.profile().name() + " p where " + host.user().id("p.user")
                        + " = :user and p.isDefault = true and p.deletedAt is null")
                .setParameter("user", owner.key())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> missing(new ProjectedRow(row, 0), person, role))
                .filter(filled -> !filled.parts().isEmpty())
                .filter(filled -> isFilled(owner, person, role));
    }

    private static FilledColumns missing(ProjectedRow now, Person person, String role) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        addIfMissing(parts, Part.FIRST_NAME, now.text(), person.firstName());
        addIfMissing(parts, Part.LAST_NAME_1, now.text(), person.lastName1());
        addIfMissing(parts, Part.LAST_NAME_2, now.text(), person.lastName2());
        addIfMissing(parts, Part.BIRTHDAY, now.optional(LocalDate.class), person.birthday());
        addIfMissing(parts, Part.GENDER, now.text(), person.gender());
        boolean usual = now.requiredText().equals(AbstractProfile.DEFAULT_ROLE);
        if (usual && !role.equals(AbstractProfile.DEFAULT_ROLE)) {
            parts.add(Part.ROLE);
        }
        return new FilledColumns(parts, now.requiredInstant());
    }

    private static void addIfMissing(Set<Part> parts, Part part, @Nullable Object now, @Nullable Object wanted) {
        if (now == null && wanted != null) {
            parts.add(part);
        }
    }

    private boolean isFilled(UserId owner, Person person, String role) {
        String fill = "x.firstName = coalesce(x.firstName, :first), x.lastName1 = coalesce(x.lastName1, :last1),"
                + " x.lastName2 = coalesce(x.lastName2, :last2), x.birthday = coalesce(x.birthday, :birthday),"
                + " x.gender = coalesce(x.gender, :gender),"
                + " x.role = case when x.role = :usual then :role else x.role end";
        return rows.update(host.profile().update(fill) + host.user().id("x.user")
                                + " = :user and x.isDefault = true and x.deletedAt is null")
                        .setParameter("first", person.firstName())
                        .setParameter("last1", person.lastName1())
                        .setParameter("last2", person.lastName2())
                        .setParameter("birthday", person.birthday())
                        .setParameter("gender", person.gender())
                        .setParameter("usual", AbstractProfile.DEFAULT_ROLE)
                        .setParameter("role", role)
                        .setParameter("user", owner.key())
                        .executeUpdate()
                > 0;
    }

    boolean empty(UserId id, FilledColumns filled) {
        String empty = filled.parts().stream()
                .sorted()
                .map(MergedFieldsWriter::emptied)
                .collect(Collectors.joining(", "));
        return rows.update(host.user().update(empty) + host.user().id("x") + " = :id and x.modifiedAt = :written")
                        .setParameter("id", id.key())
                        .setParameter("written", micros(filled.writtenAt()))
                        .executeUpdate()
                == 1;
    }

    boolean emptyDefaultProfile(UserId owner, FilledColumns filled) {
        String empty = filled.parts().stream()
                .sorted()
                .map(MergedFieldsWriter::emptied)
                .collect(Collectors.joining(", "));
        MutationQuery update = rows.update(host.profile().update(empty)
                        + host.user().id("x.user") + " = :user and x.isDefault = true and x.modifiedAt = :written")
                .setParameter("user", owner.key())
                .setParameter("written", micros(filled.writtenAt()));
        if (filled.parts().contains(Part.ROLE)) {
            update.setParameter("usual", AbstractProfile.DEFAULT_ROLE);
        }
        return update.executeUpdate() == 1;
    }

    private static String emptied(Part part) {
        String name = attribute(part);
        if (part == Part.ROLE) {
            return "x.role = :usual";
        }
        String key = IDENTIFIERS.contains(part) ? ", x." + name + "Key = null" : "";
        String proof = isProvable(part) ? ", x." + name + "VerifiedAt = null" : "";
        return "x." + name + " = null" + key + proof;
    }

    private static boolean isProvable(Part part) {
        return part == Part.EMAIL || part == Part.PHONE;
    }

    private static String attribute(Part part) {
        return switch (part) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case USERNAME -> "username";
            case PASSWORD -> "passwordHash";
            case FIRST_NAME -> "firstName";
            case LAST_NAME_1 -> "lastName1";
            case LAST_NAME_2 -> "lastName2";
            case BIRTHDAY -> "birthday";
            case GENDER -> "gender";
            case ROLE -> "role";
        };
    }
}
