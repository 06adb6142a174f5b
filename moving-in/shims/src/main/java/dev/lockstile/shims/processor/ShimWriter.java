package dev.lockstile.shims.processor;

import dev.lockstile.shims.FormerlyKnownAs;
import java.io.Externalizable;
import java.io.Serializable;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Chooses the kind of shim for a class, refuses what would not work, and gives the source. */
final class ShimWriter {

    private final ProcessingEnvironment environment;
    private final TypeElement type;
    private final FormerlyKnownAs named;

    ShimWriter(ProcessingEnvironment environment, TypeElement type, FormerlyKnownAs named) {
        this.environment = environment;
        this.type = type;
        this.named = named;
    }

    String source(String name) throws NotKeepableException {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !SourceVersion.isName(name) || name.contains("$")) {
            throw new NotKeepableException(
                    name
                            + " is not the full name of a class of its own: write a nested one by hand, in its old outer class");
        }
        refuseKinds();
        ShimName shim = new ShimName(name.substring(0, dot), name.substring(dot + 1));
        return asBytes() ? new BytesShim(environment, type, named).source(shim) : subclass(shim);
    }

    private void refuseKinds() throws NotKeepableException {
        ElementKind kind = type.getKind();
        if (kind == ElementKind.ENUM || kind == ElementKind.ANNOTATION_TYPE) {
            throw new NotKeepableException("an " + (kind == ElementKind.ENUM ? "enum" : "annotation")
                    + " cannot have a second name: keep it where it was, or map the name where it is read"
                    + " (ObjectInputStream.resolveClass)");
        }
        if (type.getModifiers().contains(Modifier.PRIVATE)
                || !type.getModifiers().contains(Modifier.PUBLIC)) {
            throw new NotKeepableException(type.getQualifiedName() + " must be public to be used from another package");
        }
        if (type.getNestingKind().isNested()
                && !type.getModifiers().contains(Modifier.STATIC)
                && kind.isClass()
                && kind != ElementKind.RECORD) {
            throw new NotKeepableException(type.getQualifiedName() + " is an inner class: make it static");
        }
    }

    private boolean asBytes() throws NotKeepableException {
        boolean serializable = type.getKind().isClass() && is(Serializable.class);
        boolean abstractType = type.getModifiers().contains(Modifier.ABSTRACT);
        return switch (named.as()) {
            case SUBCLASS -> false;
            case BYTES -> {
                if (!serializable || abstractType || is(Externalizable.class)) {
                    throw new NotKeepableException(
                            type.getQualifiedName() + " is no Serializable class with bytes of its own to keep");
                }
                yield true;
            }
            case AUTOMATIC -> serializable && !abstractType && !is(Throwable.class) && !is(Externalizable.class);
        };
    }

    private String subclass(ShimName shim) throws NotKeepableException {
        if (type.getModifiers().contains(Modifier.FINAL) || type.getKind() == ElementKind.RECORD) {
            throw new NotKeepableException(
                    type.getQualifiedName() + " is final, so nothing can extend it at the name " + shim.full()
                            + ": take final away, or use as = BYTES where only its serialised form has that name");
        }
        return new SubclassShim(environment, type).source(shim);
    }

    private boolean is(Class<?> wanted) {
        TypeElement element = environment.getElementUtils().getTypeElement(wanted.getName());
        TypeMirror erased = environment.getTypeUtils().erasure(type.asType());
        return element != null && environment.getTypeUtils().isAssignable(erased, element.asType());
    }
}
