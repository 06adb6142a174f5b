package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.MergedEntries;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Imports single users, with the mapping, rules and ledger of an import: a later run counts them as {@code unchanged},
 * and a user that a run has imported is not imported again. A source row with a ledger entry is never imported, so a
 * user deleted in the target does not return. Keys are generated, even where the options keep the source's ids. Safe
 * for use by many threads and nodes: the ledger's unique key decides between concurrent imports.
 */
public final class PersonImport {

    private static final String FORGOTTEN = "forgotten";

    private final ImportTarget target;
    private final Preset preset;
    private final ImportOptions options;
    private final Ledger ledger;
    private final SignInNames names;
    private final PersonWriter writer;

    /**
     * Creates an import of single users. Preset, system and region have to be those of an import of the same source.
     *
     * @param target the host's store and the settings that sign-in uses
     * @param preset reads the source system's rows
     * @param options the same as for an import
     * @throws IllegalArgumentException when rows are to be archived and there is no key to encrypt them with
     */
    public PersonImport(ImportTarget target, Preset preset, ImportOptions options) {
        this.target = target;
        this.preset = preset;
        this.options = options;
        this.ledger = new Ledger(options.systemFor(preset), Ledger.ONE_BY_ONE);
        this.names = new SignInNames(target);
        this.writer = new PersonWriter(target, options, ledger, SourceRowWriter.of(target, options));
    }

    /**
     * {@return every sign-in name in a narrow source, for a second query that finds the other rows with one of them}
     *
     * @param source has the rows of one person or few; closed by the caller
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when a table has more than 50 rows, or the
     *     source does not answer
     */
    public List<Identifier> names(Source source) {
        return search(source).names();
    }

    /**
     * Finds the owner of one of the identifiers in a narrow source: not yet imported and allowed to sign in.
     *
     * @param source has the rows of one person or few; closed by the caller
     * @param wanted in order of preference
     * @return the person with all owned rows; empty where no person can be imported
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when a table has more than 50 rows, or the
     *     source does not answer
     */
    public Optional<SourcePerson> find(Source source, List<Identifier> wanted) {
        return search(source).owner(wanted).filter(this::isImportable);
    }

    /**
     * Finds the user of a source key: not yet imported and allowed to sign in. Empty for a row to be merged into
     * another account, whose owner may be a different person.
     *
     * @param source has the rows of one person or few; closed by the caller
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     * @return the person with all owned rows; empty where no person can be imported
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when a table has more than 50 rows, or the
     *     source does not answer
     */
    public Optional<SourcePerson> find(Source source, String entity, String legacyId) {
        return search(source)
                .row(entity, legacyId)
                .filter(person -> person.isOf(entity, legacyId))
                .filter(this::isImportable);
    }

    /**
     * {@return the hash with which the imported user would sign in; empty where there is none}
     *
     * @param person as {@link #find} returned it
     */
    public Optional<Secret> passwordHash(SourcePerson person) {
        LegacyPasswords passwords = writer.passwords(person);
        return person.passwordRows().stream()
                .flatMap(row -> passwords.of(row).toStore().stream())
                .findFirst()
                .map(Secret::of);
    }

    /**
     * {@return true when a proof of the identifier opens the account that the import would create}
     *
     * @param person as {@link #find} returned it
     * @param identifier in canonical form
     */
    public boolean isOpenedBy(SourcePerson person, Identifier identifier) {
        ImportedIdentifiers account = target.store().read(tx -> ImportedIdentifiers.of(tx, person));
        return account.isOpenedBy(identifier);
    }

    /**
     * {@return true when the account that the import would create has the identifier as a proven one}
     *
     * @param person as {@link #find} returned it
     * @param identifier in canonical form
     */
    public boolean isProven(SourcePerson person, Identifier identifier) {
        ImportedIdentifiers account = target.store().read(tx -> ImportedIdentifiers.of(tx, person));
        return account.isProven(identifier);
    }

    /**
     * Imports the user, unless another thread or node is doing so. Runs in one transaction of its own, and a second one
     * for further rows of the same person.
     *
     * @param person as {@link #find} returned it
     * @return true when the user exists in the target afterwards
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the target database does not respond
     */
    public boolean importPerson(SourcePerson person) {
        Instant now = target.clock().instant();
        writer.write(List.of(person.main()), person, now);
        if (!person.secondRows().isEmpty()) {
            writer.write(person.secondRows(), person, now);
        }
        return userOf(person.main().user().origin()).isPresent();
    }

    /**
     * Blocks the import of a source key, for a user who asked for erasure before the import. Runs in a transaction of
     * its own.
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     * @return false when the ledger has an entry already; the user is then in the target, or blocked, and nothing is
     *     written
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

    /**
     * {@return the target user of a source key, deleted or not; empty when there is none}
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     */
    public Optional<UserId> userOf(String entity, String legacyId) {
        return localRef(entity, legacyId).flatMap(target.store()::userId);
    }

    /**
     * {@return true when the user exists in the target and was deleted}
     *
     * @param user in the target
     */
    public boolean isDeleted(UserId user) {
        return target.store().read(tx -> tx.users().deleted(user)).isPresent();
    }

    /**
     * {@return true when the source row created no account: it was merged into another row's account or imported in
     * place} False for rows that write-back created in the source.
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     */
    public boolean isSecondRow(String entity, String legacyId) {
        return target.store()
                .read(tx -> entry(tx, ledger.key(entity, legacyId)))
                .filter(MergedEntries::createdNothing)
                .isPresent();
    }

    /**
     * {@return true when the target user has the source row's key, as after every import in place, and no other source
     * row became that user}
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     */
    public boolean isInPlace(String entity, String legacyId) {
        Optional<UserId> user = userOf(entity, legacyId);
        return user.isPresent()
                && user.equals(target.store().userId(legacyId))
                && target.store().<Boolean>read(tx -> new UnmergedRows(tx, ledger).is(entity, legacyId));
    }

    /**
     * {@return true when the target user signs in with that user name or address}
     *
     * @param user in the target
     * @param name as the person types it
     */
    public boolean isCalled(UserId user, String name) {
        return names.ownsOneOf(user, names.in(name));
    }

    /**
     * {@return true when the target user signs in with that e-mail address}
     *
     * @param user in the target
     * @param address as the person types it
     */
    public boolean isReachedAt(UserId user, String address) {
        return names.ownsOneOf(user, target.rules().email(address).stream().toList());
    }

    /**
     * {@return true when the person's main row has that user name or address; rows to be merged do not count}
     *
     * @param person as {@link #find} returned it
     * @param name as the person types it
     */
    public boolean isCalled(SourcePerson person, String name) {
        return hasOneOf(person, names.in(name));
    }

    /**
     * {@return true when the person's main row has one of these sign-in names; rows to be merged do not count}
     *
     * @param person as {@link #find} returned it
     * @param names in canonical form
     */
    public boolean hasOneOf(SourcePerson person, List<Identifier> names) {
        return person.ownNames().stream().anyMatch(own -> SignInNames.isOneOf(own, names));
    }

    /**
     * {@return the key of the target row of a source row, as text; empty when there is none}
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     */
    public Optional<String> localRef(String entity, String legacyId) {
        return target.store()
                .read(tx -> entry(tx, ledger.key(entity, legacyId)))
                .flatMap(entry -> Optional.ofNullable(entry.localRef()));
    }

    /**
     * {@return the unique ledger key of a source row}
     *
     * @param entity the kind of source row, such as {@code users}
     * @param legacyId the row's key in the source
     */
    public String ledgerKey(String entity, String legacyId) {
        return ledger.key(entity, legacyId);
    }

    /** {@return the source system's name in the ledger} */
    public String system() {
        return ledger.system();
    }

    private Optional<UserId> userOf(Origin origin) {
        return userOf(origin.entity().text(), origin.legacyId());
    }

    private boolean isImportable(SourcePerson person) {
        String key = person.main().user().origin().keyIn(ledger);
        return person.mayAct() && target.store().read(tx -> entry(tx, key)).isEmpty();
    }

    private static Optional<LegacyLinkInfo> entry(AuthTx tx, String key) {
        return Optional.ofNullable(tx.legacy().byKeys(List.of(key)).get(key));
    }

    private PersonSearch search(Source source) {
        PersonSource people = preset.people(
                source, options.reading(target.rules(), target.clock().instant()));
        return new PersonSearch(people, options.duplicatesFor(preset));
    }
}
