package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.jpa.JpaAuthStore;
import java.nio.file.Path;
import java.time.Clock;

/** Imports biographs in a process of its own, so that it can be killed; goes on with what was broken off. */
public final class ContentChild {

    private ContentChild() {}

    /** The address of the host's database, and the file of biographs. */
    public static void main(String[] args) {
        try (JpaHost host = JpaHost.onPostgres(args[0]);
                Source source = Sources.file(Path.of(args[1]))) {
            JpaAuthStore store = (JpaAuthStore) host.store();
            ContentTarget target = new ContentTarget(
                    store, work -> store.transactionUnderWay().runWithConnection(work::on), Clock.systemUTC());
            ContentImport content = new ContentImport(target, ContentMapping.read(ContentFixture.BIOGRAPHS), null, 5);
            ImportWatch watch = new Telling();
            content.resume(source, watch).orElseGet(() -> content.run(source, watch));
        }
    }

    private static final class Telling implements ImportWatch {
        @Override
        public void quarantined(QuarantineEntry entry) {}

        @Override
        public void progress(long rows) {
            System.out.println("read " + rows);
            System.out.flush();
        }
    }
}
