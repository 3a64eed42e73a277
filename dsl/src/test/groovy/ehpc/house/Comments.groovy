package ehpc.house

import com.sun.source.doctree.ParamTree
import com.sun.source.tree.ClassTree
import com.sun.source.tree.MethodTree
import com.sun.source.tree.ModifiersTree
import com.sun.source.tree.Tree
import com.sun.source.tree.VariableTree
import com.sun.source.util.DocTrees
import com.sun.source.util.JavacTask
import com.sun.source.util.TreePath
import com.sun.source.util.TreePathScanner
import java.nio.file.Path
import javax.lang.model.element.Modifier
import javax.tools.JavaCompiler
import javax.tools.ToolProvider

/** Finds the public names of Java sources that have no comment. */
final class Comments {

    private Comments() {}

    static List<String> missing(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.systemJavaCompiler
        compiler.getStandardFileManager(null, null, null).withCloseable { files ->
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources))
            Scanner scanner = new Scanner(DocTrees.instance(task))
            task.parse().each { scanner.scan(it, null) }
            scanner.missing
        }
    }

    private static class Scanner extends TreePathScanner<Void, Void> {

        final List<String> missing = []
        private final DocTrees documents

        Scanner(DocTrees documents) {
            this.documents = documents
        }

        @Override
        Void visitClass(ClassTree type, Void nothing) {
            if (!isPromised(type.modifiers)) {
                return null
            }
            demand(type.simpleName.toString())
            if (type.kind == Tree.Kind.RECORD) {
                demandComponents(type)
            }
            super.visitClass(type, nothing)
        }

        @Override
        Void visitMethod(MethodTree method, Void nothing) {
            if (isPromised(method.modifiers) && !isOverride(method)) {
                demand(method.name.toString())
            }
            null
        }

        @Override
        Void visitVariable(VariableTree variable, Void nothing) {
            if (isPromised(variable.modifiers)) {
                demand(variable.name.toString())
            }
            null
        }

        private void demand(String name) {
            if (!documents.getDocComment(currentPath)?.trim()) {
                missing << "${where()}: $name has no comment".toString()
            }
        }

        private void demandComponents(ClassTree record) {
            Set<String> described = documents.getDocCommentTree(currentPath)?.blockTags
                    .findAll { it instanceof ParamTree }
                    .collect { it.name.name.toString() } as Set ?: [] as Set
            record.members.findAll { it instanceof VariableTree && !(Modifier.STATIC in it.modifiers.flags) }.each {
                if (!(it.name.toString() in described)) {
                    missing << "${where()}: component ${it.name} has no @param".toString()
                }
            }
        }

        private String where() {
            String file = Sources.ROOT.relativize(Path.of(currentPath.compilationUnit.sourceFile.toUri()))
            long position = documents.sourcePositions.getStartPosition(currentPath.compilationUnit, currentPath.leaf)
            "$file:${currentPath.compilationUnit.lineMap.getLineNumber(position)}"
        }

        private boolean isPromised(ModifiersTree modifiers) {
            modifiers.flags.any { it in [Modifier.PUBLIC, Modifier.PROTECTED] } || isMemberOfInterface()
        }

        private boolean isMemberOfInterface() {
            TreePath parent = currentPath.parentPath
            parent?.leaf?.kind in [Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE]
        }

        private static boolean isOverride(MethodTree method) {
            method.modifiers.annotations.any { it.annotationType.toString() == 'Override' }
        }
    }
}
