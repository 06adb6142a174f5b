package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.TrustedBrowserStore;
import java.time.Instant;
import java.util.List;

/** Trusted browsers in a transaction: every verb one statement. */
record JpaTrustedBrowserStore(Rows rows, HostModel host) implements TrustedBrowserStore {

    private static final String COLUMNS = "select b.browserId, b.label, b.createdAt, b.lastUsedAt, b.validUntil from ";

    @Override
    public boolean isMapped() {
        return host.trustedBrowser() != null;
    }

    @Override
    public void insert(UserId user, TrustedBrowserState browser, String tokenDigest) {
        AbstractTrustedBrowser<AbstractUser> row = browser().create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.trust(browser, tokenDigest);
        StoreAccess.times(row, browser.createdAt(), browser.lastUsedAt());
        rows.insert(row);
    }

    @Override
    public boolean use(UserId user, String tokenDigest, Instant now) {
        return isMapped()
                && open(user, now)
                        .set("lastUsedAt", now)
                        .where(is("tokenDigest", tokenDigest), isAfter("validUntil", now))
                        .runOnOne();
    }

    @Override
    public List<TrustedBrowserState> live(UserId user, Instant now) {
        HostEntity<AbstractTrustedBrowser<AbstractUser>> browser = host.trustedBrowser();
        return browser == null
                ? List.of()
                : rows
                        .select(COLUMNS + browser.name() + " b where "
                                + host.user().id("b.user")
                                + " = :user and b.endedAt is null and b.deletedAt is null and b.validUntil > :now"
                                + " order by b.lastUsedAt desc, " + browser.id("b") + " desc")
                        .setParameter("user", user.key())
                        .setParameter("now", micros(now))
                        .getResultList()
                        .stream()
                        .map(row -> state(new ProjectedRow(row, 0)))
                        .toList();
    }

    private static TrustedBrowserState state(ProjectedRow cells) {
        return new TrustedBrowserState(
                cells.requiredText(),
                cells.text(),
                cells.requiredInstant(),
                cells.requiredInstant(),
                cells.requiredInstant());
    }

    @Override
    public boolean end(UserId user, String browserId, Instant now) {
        return isMapped()
                && open(user, now)
                        .set("endedAt", now)
                        .where(is("browserId", browserId))
                        .runOnOne();
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return isMapped() ? open(user, now).set("endedAt", now).run() : 0;
    }

    private ConditionalUpdate open(UserId user, Instant now) {
        return rows.update(browser())
                .set("modifiedAt", now)
                .where(is(host.user().id("user"), user.key()))
                .where(isNull("endedAt"), isNull("deletedAt"));
    }

    private HostEntity<AbstractTrustedBrowser<AbstractUser>> browser() {
        HostEntity<AbstractTrustedBrowser<AbstractUser>> browser = host.trustedBrowser();
        if (browser == null) {
            throw new IllegalStateException(
                    "the host keeps no trusted browsers: no entity extends AbstractTrustedBrowser");
        }
        return browser;
    }
}
