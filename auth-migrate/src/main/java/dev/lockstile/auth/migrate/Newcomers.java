package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.mapping.PersonBuilder;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.model.Handle;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings people in one by one, with the mapping, the rules and the ledger of an import: a person who came over this way
 * is {@code unchanged} to a later run, and one whom a run has brought in does not come again. What the ledger has an
 * entry for never comes, so that nobody who was deleted here returns. Safe for use by many threads and nodes: the
 * ledger's unique key decides who is first.
 */
public final class Newcomers {

    /** What the ledger has in place of a run. */
    private static final String RUN = "one-by-one";

    private static final String FORGOTTEN = "forgotten";

    private final ImportTarget target;
    private final Preset preset;
    private final ImportOptions options;
    private final Ledger ledger;

    /** The same preset, system and region as an import of the same source. */
    public Newcomers(ImportTarget target, Preset preset, ImportOptions options) {
        this.target = target;
        this.preset = preset;
        this.options = options;
        String named = options.system();
        this.ledger = new Ledger(named == null ? preset.name() : named, RUN);
    }

    /** Every sign-in name of everybody in a narrow source, for a second look at who else wants one of them. */
    public List<Identifier> names(Source source) {
        return search(source).names();
    }

    /**
     * Who owns one of the identifiers in a narrow source, has not come over, and may act.
     *
     * @param wanted the likeliest first
     */
    public Optional<Newcomer> find(Source source, List<Identifier> wanted) {
        return search(source).owner(wanted).filter(this::mayCome);
    }

    /** The person of that old key, if that person has not come over and may act. */
    public Optional<Newcomer> find(Source source, String entity, String legacyId) {
        return search(source).row(entity, legacyId).filter(this::mayCome);
    }

    /** The hash by which the person will sign in here. */
    public Optional<Secret> passwordHash(Newcomer person) {
        OldPasswords passwords = passwords(person);
        return person.passwordRows().stream()
                .flatMap(row -> passwords.of(row).toStore().stream())
                .findFirst()
                .map(Secret::of);
    }

    /**
     * Brings the person in, unless somebody is doing so at this very moment. One transaction of its own, and one for
     * further rows of the person.
     *
     * @return true when the person is here now
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the host's database does not answer
     */
    public boolean bringIn(Newcomer person) {
        Instant now = target.clock().instant();
        bring(List.of(person.main()), person, now);
        if (!person.companions().isEmpty()) {
            bring(person.companions(), person, now);
        }
        return userOf(person.main().user().origin()).isPresent();
    }

    /**
     * Sees to it that the person of an old key never comes over: for somebody who asked to be forgotten before they did.
     *
     * @return false when the ledger has an entry already: who has come over is deleted here as anybody is
     */
    public boolean forget(String entity, String legacyId) {
        LegacyOrigin origin = new LegacyOrigin(ledger.system(), entity, legacyId, RUN, FORGOTTEN);
        try {
            return target.store().alone(tx -> {
                tx.legacy()
                        .insert(
                                ledger.key(entity, legacyId),
                                origin,
                                null,
                                target.clock().instant());
                return true;
            });
        } catch (KeyTakenException e) {
            return false;
        }
    }

    /** The user here who came from an old key, deleted or not; empty for nobody. */
    public Optional<UserId> userOf(String entity, String legacyId) {
        return localRef(entity, legacyId).flatMap(target.store()::userId);
    }

    /** True when the user here signs in by that user name or address. */
    public boolean isCalled(UserId user, String name) {
        return target.store()
                .read(tx -> tx.users().byId(user))
                .filter(stored -> namesIn(name).stream().anyMatch(wanted -> owns(stored, wanted)))
                .isPresent();
    }

    /** True when the person has that user name or address in the old system. */
    public boolean isCalled(Newcomer person, String name) {
        List<Identifier> wanted = namesIn(name);
        return person.signInNames().stream().anyMatch(own -> wanted.stream().anyMatch(one -> isSame(own, one)));
    }

    private boolean owns(StoredUser user, Identifier wanted) {
        Handle handle = user.info().handles().of(wanted.kind());
        String value = handle.value();
        return handle.owned() && value != null && namesIn(value).stream().anyMatch(own -> isSame(own, wanted));
    }

    private static boolean isSame(Identifier one, Identifier other) {
        return one.kind() == other.kind() && one.key().equals(other.key());
    }

    private List<Identifier> namesIn(String text) {
        return Stream.of(target.rules().email(text), target.rules().username(text))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The textual key of the row here that came from an old one; empty for none. */
    public Optional<String> localRef(String entity, String legacyId) {
        return target.store()
                .read(tx -> entry(tx, ledger.key(entity, legacyId)))
                .flatMap(entry -> Optional.ofNullable(entry.localRef()));
    }

    /** The unique key of an old row in the ledger. */
    public String ledgerKey(String entity, String legacyId) {
        return ledger.key(entity, legacyId);
    }

    /** The old system's name in the ledger. */
    public String system() {
        return ledger.system();
    }

    private Optional<UserId> userOf(Origin origin) {
        return userOf(origin.entity().text(), origin.legacyId());
    }

    private boolean mayCome(Newcomer person) {
        String key = ledger.key(person.main().user().origin());
        return person.mayAct() && target.store().read(tx -> entry(tx, key)).isEmpty();
    }

    private static Optional<LegacyEntry> entry(AuthTx tx, String key) {
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }

    private void bring(List<PersonDraft> rows, Newcomer person, Instant now) {
        new BatchImport(
                        target.store(),
                        new BatchImport.Thinking(
                                person.company().merging(),
                                passwords(person),
                                person.company().profilesThere(),
                                Renewing.Rules.none(now)),
                        new PlanWriter(target.store(), ledger, now, false),
                        (tx, counts) -> {})
                .run(rows);
    }

    private OldPasswords passwords(Newcomer person) {
        return new OldPasswords(target.formats(), person.company().hints());
    }

    private PersonSearch search(Source source) {
        DuplicatePolicy policy = options.duplicates() == null ? preset.duplicates() : options.duplicates();
        PersonBuilder.Reading reading = new PersonBuilder.Reading(
                target.rules(), options.defaultRegion(), target.clock().instant());
        return new PersonSearch(preset.open(source, reading), policy);
    }
}
