package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.query.MutationQuery;

/**
 * Accounts at other sites that their users have unlinked: deleted rows. Such a row has the key of the account until
 * another user links it; then it goes on under a key of its own, which is a digest of its user and the account.
 */
record UnlinkedAccounts(Rows rows, HostModel host, HostEntity<?> social) {

    boolean contains(UserId user, String provider, String subject) {
        return of(user, provider, subject).stream().anyMatch(row -> row.is(user, provider, subject));
    }

    /** Frees the key of an account that the user is about to link: what others have unlinked stays so. */
    void makeRoom(UserId user, String provider, String subject) {
        for (Unlinked row : of(user, provider, subject)) {
            if (row.is(user, provider, subject)) {
                change("delete from " + social.name() + " x where ", row).executeUpdate();
            } else {
                moveAside(row);
            }
        }
    }

    private void moveAside(Unlinked row) {
        String key = aside(row.user(), row.provider(), row.subject());
        rows.update("delete from " + social.name() + " x where x.provider = :provider and x.providerUserId = :key")
                .setParameter("provider", row.provider())
                .setParameter("key", key)
                .executeUpdate();
        change(social.update("x.providerUserId = :key"), row)
                .setParameter("key", key)
                .executeUpdate();
    }

    private MutationQuery change(String verb, Unlinked row) {
        return rows.update(verb + social.id("x") + " = :id and x.deletedAt is not null")
                .setParameter("id", row.id());
    }

    private List<Unlinked> of(UserId user, String provider, String subject) {
        return rows
                .select("select " + social.id("x") + ", " + host.user().id("x.user")
                        + ", x.provider, x.providerUserId from " + social.name() + " x where x.provider = :provider"
                        + " and (x.providerUserId = :subject or x.providerUserId = :aside) and x.deletedAt is not null")
                .setParameter("provider", provider)
                .setParameter("subject", subject)
                .setParameter("aside", aside(user, provider, subject))
                .getResultList()
                .stream()
                .map(row -> unlinked(new ProjectedRow(row, 0)))
                .toList();
    }

    private static Unlinked unlinked(ProjectedRow cells) {
        return new Unlinked(
                cells.required(Object.class),
                new UserId(cells.required(Object.class)),
                cells.requiredText(),
                cells.requiredText());
    }

    private static String aside(UserId user, String provider, String subject) {
        try {
            byte[] text = String.join("\n", "unlinked", user.key().toString(), provider, subject)
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Unlinked(Object id, UserId user, String provider, String subject) {

        /** To the letter, whatever the database takes for equal. */
        boolean is(UserId wanted, String at, String id) {
            boolean same = subject.equals(id) || subject.equals(aside(wanted, at, id));
            return user.equals(wanted) && provider.equals(at) && same;
        }
    }
}
