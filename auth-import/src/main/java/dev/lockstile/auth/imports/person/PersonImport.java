package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.engine.BatchImport;
import dev.lockstile.auth.imports.internal.engine.plan.PlanningInput;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.PersonSource;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.rollback.UnmodifiedRows;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierState;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings people in one by one, with the mapping, the rules and the ledger of an import: a person who came over this way
 * is {@code unchanged} to a later run, and one whom a run has brought in does not come again. What the ledger has an
 * entry for never comes, so that nobody who was deleted here returns. Keys are made here, whatever the options say of ids. Safe for use by many threads and nodes: the
 * ledger's unique key decides who is first.
 */
public final class PersonImport {

    private static final String FORGOTTEN = "forgotten";

    private final ImportTarget target;
    private final Preset preset;
    private final ImportOptions options;
    private final Ledger ledger;
    private final SourceRowWriter keeper;

    /**
     * The same preset, system and region as an import of the same source.
     *
     * @throws IllegalArgumentException when rows are to be kept and there is no key to seal them with
     */
    public PersonImport(ImportTarget target, Preset preset, ImportOptions options) {
        this.target = target;
        this.preset = preset;
        this.options = options;
        this.keeper = SourceRowWriter.of(target, options);
        this.ledger = new Ledger(options.systemFor(preset), Ledger.ONE_BY_ONE);
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
    public Optional<SourcePerson> find(Source source, List<Identifier> wanted) {
        return search(source).owner(wanted).filter(this::mayCome);
    }

    /**
     * The person of that old key, if that person has not come over and may act. Nobody for a row that is to be merged
     * into another one's account: its person may not be the owner of that account.
     */
    public Optional<SourcePerson> find(Source source, String entity, String legacyId) {
        return search(source)
                .row(entity, legacyId)
                .filter(person -> person.isOf(entity, legacyId))
                .filter(this::mayCome);
    }

    /** The hash by which the person will sign in here. */
    public Optional<Secret> passwordHash(SourcePerson person) {
        LegacyPasswords passwords = passwords(person);
        return person.passwordRows().stream()
                .flatMap(row -> passwords.of(row).toStore().stream())
                .findFirst()
                .map(Secret::of);
    }

    /** True when a proof of the identifier opens the account that the person would get here. */
    public boolean isOpenedBy(SourcePerson person, Identifier identifier) {
        ImportedIdentifiers account = target.store().read(tx -> ImportedIdentifiers.of(tx, person));
        return account.isOpenedBy(identifier);
    }

    /**
     * Brings the person in, unless somebody is doing so at this very moment. One transaction of its own, and one for
     * further rows of the person.
     *
     * @return true when the person is here now
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the host's database does not answer
     */
    public boolean bringIn(SourcePerson person) {
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
        LegacyOrigin origin = new LegacyOrigin(ledger.system(), entity, legacyId, Ledger.ONE_BY_ONE, FORGOTTEN);
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

    /** True when the user is here and was deleted. */
    public boolean isDeleted(UserId user) {
        return target.store().read(tx -> tx.users().deleted(user)).isPresent();
    }

    /**
     * True when no account was made of the old row, but another row's was completed with it, or, where rows were moved in
     * place, when it stayed where it was. Rows that were written from here into the old system are neither.
     */
    public boolean isSecondRow(String entity, String legacyId) {
        return target.store()
                .read(tx -> entry(tx, ledger.key(entity, legacyId)))
                .filter(entry -> entry.localRef() != null && entry.localModifiedAt() == null)
                .filter(entry -> !entry.origin().runId().equals(Ledger.WRITTEN_FROM_HERE))
                .isPresent();
    }

    /** True when the user here has the old row's own key, as every row that was moved in place, and is no other row's. */
    public boolean isInPlace(String entity, String legacyId) {
        Optional<UserId> user = userOf(entity, legacyId);
        return user.isPresent()
                && user.equals(target.store().userId(legacyId))
                && target.store().<Boolean>read(tx -> new UnmodifiedRows(tx, ledger).is(entity, legacyId));
    }

    /** True when the user here signs in by that user name or address. */
    public boolean isCalled(UserId user, String name) {
        return ownsOneOf(user, namesIn(name));
    }

    /** True when the user here signs in by that e-mail address. */
    public boolean isReachedAt(UserId user, String address) {
        return ownsOneOf(user, target.rules().email(address).stream().toList());
    }

    /** True when the person's own row has that user name or address; those of rows to be merged do not count. */
    public boolean isCalled(SourcePerson person, String name) {
        return hasOneOf(person, namesIn(name));
    }

    /** True when the person's own row has one of these sign-in names; those of rows to be merged do not count. */
    public boolean hasOneOf(SourcePerson person, List<Identifier> names) {
        return person.ownNames().stream().anyMatch(own -> names.stream().anyMatch(one -> isSame(own, one)));
    }

    private boolean ownsOneOf(UserId user, List<Identifier> names) {
        return target.store()
                .read(tx -> tx.users().byId(user))
                .filter(stored -> names.stream().anyMatch(wanted -> owns(stored, wanted)))
                .isPresent();
    }

    private boolean owns(StoredUser user, Identifier wanted) {
        IdentifierState identifierState =
                target.rules().checked(user.info().identifiers(), user.keys()).of(wanted.kind());
        String value = identifierState.value();
        return identifierState.owned()
                && value != null
                && namesIn(value).stream().anyMatch(own -> isSame(own, wanted));
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

    private boolean mayCome(SourcePerson person) {
        String key = ledger.key(person.main().user().origin());
        return person.mayAct() && target.store().read(tx -> entry(tx, key)).isEmpty();
    }

    private static Optional<LegacyLinkInfo> entry(AuthTx tx, String key) {
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }

    private void bring(List<PersonDraft> rows, SourcePerson person, Instant now) {
        KeptIds ids = KeptIds.none(target.store());
        new BatchImport(
                        target.store(),
                        new PlanningInput(
                                person.company().merging(),
                                passwords(person),
                                new HashingEffort(),
                                person.company().profilesThere(),
                                UpdatePlanner.Rules.none(now),
                                ids),
                        new PlanWriter(target.store(), ledger, now, new PlanWriter.Mode(false, ids, keeper)),
                        (tx, counts) -> {})
                .run(rows);
    }

    private LegacyPasswords passwords(SourcePerson person) {
        return LegacyPasswords.wrapping(target.formats(), person.company().hints());
    }

    private PersonSearch search(Source source) {
        PersonSource people = preset.people(
                source, options.reading(target.rules(), target.clock().instant()));
        return new PersonSearch(people, options.duplicatesFor(preset));
    }
}
