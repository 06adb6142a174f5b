package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.MongoDatabase;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.password.service.Passwords;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;

/** A host beside an old application whose people are in MongoDB. */
final class BothSystems {

    private BothSystems() {}

    static JustInTimeMigration migration(
            PersonImport personImport, MongoDatabase oldDatabase, Passwords passwords, Clock clock) {
        // region: mongo-migration
        JustInTimeMigration migration = new JustInTimeMigration(
                personImport, // new MongoPhoneOtpPreset(), and the options of the import
                MongoDirectory.of(oldDatabase, "the old database"),
                passwords.hasher(),
                clock);
        // end: mongo-migration
        return migration;
    }

    static WriteBack writeBack(MongoDatabase oldDatabase, JpaAuthStore store, EntityManagerFactory entities) {
        // region: mongo-write-back
        MongoLegacySystem old = MongoLegacySystem.phoneOtp(oldDatabase, "mongo-phone-otp", "AuthApp_usermodel");
        WriteBack writeBack = WriteBack.to(old, store, entities, IdentifierRules.standard());
        // end: mongo-write-back
        return writeBack;
    }
}
