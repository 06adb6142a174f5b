package dev.lockstile.test;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Looks for missing comments and tags in published sources, which are parsed alone: no class path is needed. */
final class PublishedJavadoc extends TreePathScanner<Void, Void> {

    private final List<String> missing = new ArrayList<>();
    private final DocTrees docs;

    private PublishedJavadoc(DocTrees docs) {
        this.docs = docs;
    }

    /** One line for each comment or tag that is missing, in the order of the files. */
    static List<String> missing(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            PublishedJavadoc scanner = new PublishedJavadoc(DocTrees.instance(task));
            task.parse().forEach(unit -> scanner.scan(unit, null));
            return scanner.missing;
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Void none) {
        if (!isPublished(type.getModifiers())) {
            return null;
        }
        DocCommentTree comment = comment();
        if (comment == null) {
            tell("no comment");
        } else {
            type.getTypeParameters().forEach(one -> param(comment, "<" + one.getName() + ">"));
            if (type.getKind() == Tree.Kind.RECORD) {
                components(type).forEach(name -> param(comment, name));
            }
        }
        if (type.getKind() == Tree.Kind.CLASS
                && type.getMembers().stream().noneMatch(PublishedJavadoc::isConstructor)) {
            tell("a default constructor has no comment");
        }
        return super.visitClass(type, none);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Void none) {
        if (!isPublished(method.getModifiers()) || isInherited(method)) {
            return null;
        }
        DocCommentTree comment = comment();
        if (comment == null) {
            tell("no comment");
            return null;
        }
        method.getTypeParameters().forEach(one -> param(comment, "<" + one.getName() + ">"));
        method.getParameters().forEach(one -> param(comment, one.getName().toString()));
        Tree result = method.getReturnType();
        if (result != null
                && !result.toString().equals("void")
                && tags(comment).noneMatch(tag -> tag instanceof ReturnTree)) {
            tell("no @return");
        }
        method.getThrows().forEach(thrown -> thrown(comment, thrown.toString()));
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, Void none) {
        boolean isComponent = ((ClassTree) parent()).getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        if (!isComponent && isPublished(field.getModifiers()) && comment() == null) {
            tell("no comment");
        }
        return null;
    }

    /** Public or protected, or a member of an interface, which is public without a word. */
    private boolean isPublished(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean implied = parent() instanceof ClassTree outer
                && (outer.getKind() == Tree.Kind.INTERFACE || outer.getKind() == Tree.Kind.ANNOTATION_TYPE)
                && !flags.contains(Modifier.PRIVATE);
        return implied || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private static boolean isInherited(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
    }

    private static boolean isConstructor(Tree member) {
        return member instanceof MethodTree method && method.getName().contentEquals("<init>");
    }

    /** Nothing that is declared inside is published. */
    @Override
    public @Nullable Void visitBlock(BlockTree block, Void none) {
        return null;
    }

    private static Stream<String> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(member -> ((VariableTree) member).getName().toString());
    }

    private Tree parent() {
        return getCurrentPath().getParentPath().getLeaf();
    }

    private @Nullable DocCommentTree comment() {
        return docs.getDocCommentTree(getCurrentPath());
    }

    /** The tags of the comment, and {@code {@return ...}} in its first sentence. */
    private static Stream<DocTree> tags(DocCommentTree comment) {
        return Stream.concat(comment.getFirstSentence().stream(), comment.getBlockTags().stream());
    }

    private void param(DocCommentTree comment, String name) {
        boolean there = tags(comment)
                .anyMatch(tag -> tag instanceof ParamTree param
                        && name.equals(param.isTypeParameter() ? "<" + param.getName() + ">" : "" + param.getName()));
        if (!there) {
            tell("no @param for " + name);
        }
    }

    private void thrown(DocCommentTree comment, String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        boolean there = tags(comment)
                .anyMatch(tag -> tag instanceof ThrowsTree thrown
                        && ("." + thrown.getExceptionName().getSignature()).endsWith("." + simple));
        if (!there) {
            tell("no @throws for " + name);
        }
    }

    private void tell(String what) {
        TreePath path = getCurrentPath();
        CompilationUnitTree unit = path.getCompilationUnit();
        long at = docs.getSourcePositions().getStartPosition(unit, path.getLeaf());
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        missing.add(file + ":" + unit.getLineMap().getLineNumber(at) + ": " + what);
    }
}
