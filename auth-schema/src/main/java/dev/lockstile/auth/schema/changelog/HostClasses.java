package dev.lockstile.auth.schema.changelog;

/** Where the host's classes and changelogs lie, which a container may keep apart from ours. */
public final class HostClasses {

    private HostClasses() {}

    /** The class loader of the host. */
    public static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? HostClasses.class.getClassLoader() : context;
    }
}
