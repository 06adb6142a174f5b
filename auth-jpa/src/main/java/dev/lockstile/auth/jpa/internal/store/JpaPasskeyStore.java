package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isLess;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.PasskeyStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passkeys in a transaction: every verb one statement. */
record JpaPasskeyStore(Rows rows, HostModel host) implements PasskeyStore {

    private static final String COLUMNS = "p.passkeyId, p.credentialId, p.userHandle, p.publicKey, p.signCount,"
            + " p.backupEligible, p.backedUp, p.transports, p.aaguid, p.name, p.createdAt, p.lastUsedAt from ";

    @Override
    public boolean isMapped() {
        return host.passkey() != null;
    }

    @Override
    public void insert(UserId user, PasskeyState passkey) {
        AbstractPasskey<AbstractUser> row = passkey().create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.register(passkey, credentialKey(passkey.key().credentialId()));
        row.touch(passkey.createdAt());
        rows.insert(row);
    }

    @Override
    public Optional<OwnedPasskey> byCredential(String credentialId) {
        HostEntity<AbstractPasskey<AbstractUser>> passkey = host.passkey();
        return passkey == null
                ? Optional.empty()
                : rows
                        .select("select " + host.user().id("p.user") + ", " + COLUMNS + passkey.name()
                                + " p where p.credentialKey = :key and p.deletedAt is null")
                        .setParameter("key", credentialKey(credentialId))
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(row -> new ProjectedRow(row, 0))
                        .map(cells -> new OwnedPasskey(new UserId(cells.required(Object.class)), state(cells)));
    }

    @Override
    public List<PasskeyState> of(UserId user) {
        HostEntity<AbstractPasskey<AbstractUser>> passkey = host.passkey();
        return passkey == null
                ? List.of()
                : rows
                        .select("select " + COLUMNS + passkey.name() + " p where "
                                + host.user().id("p.user") + " = :user and p.deletedAt is null order by p.createdAt, "
                                + passkey.id("p"))
                        .setParameter("user", user.key())
                        .getResultList()
                        .stream()
                        .map(row -> state(new ProjectedRow(row, 0)))
                        .toList();
    }

    private static PasskeyState state(ProjectedRow cells) {
        String id = cells.requiredText();
        String credential = cells.requiredText();
        String handle = cells.requiredText();
        String key = cells.requiredText();
        long count = cells.required(Long.class);
        boolean eligible = cells.flag();
        boolean backedUp = cells.flag();
        List<String> transports = split(cells.text());
        PasskeyState.Key made =
                new PasskeyState.Key(credential, handle, key, eligible, transports, cells.requiredText());
        String name = cells.requiredText();
        Instant createdAt = cells.requiredInstant();
        return new PasskeyState(id, made, new PasskeyState.Use(count, backedUp, cells.instant()), name, createdAt);
    }

    private static List<String> split(@Nullable String transports) {
        return transports == null || transports.isEmpty() ? List.of() : Arrays.asList(transports.split(","));
    }

    @Override
    public boolean use(UserId user, String passkeyId, PasskeyState.Use use, Instant now) {
        return update(user, passkeyId, now)
                .set("signCount", use.signCount())
                .set("backedUp", use.backedUp())
                .set("lastUsedAt", now)
                .where(use.signCount() == 0 ? is("signCount", 0L) : isLess("signCount", use.signCount()))
                .runOnOne();
    }

    @Override
    public boolean rename(UserId user, String passkeyId, String name, Instant now) {
        return isMapped() && update(user, passkeyId, now).set("name", name).runOnOne();
    }

    private ConditionalUpdate update(UserId user, String passkeyId, Instant now) {
        return rows.update(passkey())
                .set("modifiedAt", now)
                .where(is("passkeyId", passkeyId), is(host.user().id("user"), user.key()), isNull("deletedAt"));
    }

    @Override
    public boolean remove(UserId user, String passkeyId) {
        HostEntity<AbstractPasskey<AbstractUser>> passkey = host.passkey();
        return passkey != null
                && rows.update("delete from " + passkey.name() + " x where x.passkeyId = :id and "
                                        + host.user().id("x.user") + " = :user")
                                .setParameter("id", passkeyId)
                                .setParameter("user", user.key())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public int removeAll(UserId user) {
        HostEntity<AbstractPasskey<AbstractUser>> passkey = host.passkey();
        return passkey == null
                ? 0
                : rows.update("delete from " + passkey.name() + " x where "
                                + host.user().id("x.user") + " = :user")
                        .setParameter("user", user.key())
                        .executeUpdate();
    }

    private static String credentialKey(String credentialId) {
        try {
            byte[] text = credentialId.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private HostEntity<AbstractPasskey<AbstractUser>> passkey() {
        HostEntity<AbstractPasskey<AbstractUser>> passkey = host.passkey();
        if (passkey == null) {
            throw new IllegalStateException("the host keeps no passkeys: no entity extends AbstractPasskey");
        }
        return passkey;
    }
}
