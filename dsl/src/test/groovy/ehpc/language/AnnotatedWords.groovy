package ehpc.language

import groovyjarjarasm.asm.ClassReader
import groovyjarjarasm.asm.Opcodes
import groovyjarjarasm.asm.Type
import groovyjarjarasm.asm.tree.AnnotationNode
import groovyjarjarasm.asm.tree.ClassNode
import groovyjarjarasm.asm.tree.MethodNode
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** Reads the annotations of words out of class files and writes the resource that {@link Vocabulary} reads. */
class AnnotatedWords {

    private static final String IN_CLUSTER = "cluster('ehpc-hz-localdemo1') {\n%s\n}"

    private static final Map<String, String> OPERATORS =
            [getAt: '[]', plus: '+', or: '+', minus: '-', and: '&', xor: '^', isCase: 'in']

    private final Map<String, ClassNode> classes

    /** @param classes class files, below a folder */
    AnnotatedWords(Path classes) {
        this.classes = Files.walk(classes).withCloseable { files ->
            files.filter { it.fileName.toString().endsWith('.class') }.map { read(it) }.toList().collectEntries { [it.name, it] }
        }
    }

    /** The words of this library. */
    static AnnotatedWords ofLibrary() {
        new AnnotatedWords(Paths.get(Vocabulary.protectionDomain.codeSource.location.toURI()))
    }

    private static ClassNode read(Path file) {
        ClassNode type = new ClassNode()
        new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_CODE)
        type
    }

    /** The text of the resource: places in their order, in each its words in the order of the source. */
    String text() {
        List<String> lines = ['# Made from the annotations of the words by VocabularySpec; do not edit.']
        Map<String, List<ClassNode>> places = classes.values().findAll { facts(it, WordsOf) }
                .groupBy { facts(it, WordsOf).value }
        WordPlace.values().findAll { places.containsKey(it.name()) }.each { WordPlace place ->
            List<ClassNode> types = places[place.name()].sort { facts(it, WordsOf).extension ?: false }
            lines << "$place ${types[0].name.replace('/', '.')}".toString()
            lines.addAll(ordered(types.collectMany { words(it) }, facts(types[0], WordsOf).first))
        }
        lines.join('\n') + '\n'
    }

    /** The lines of a place, those of the words that come first before the others. */
    private static List<String> ordered(List<String> lines, String first) {
        List<String> names = lines*.split('\t')*.first()
        List<String> order = first ? first.split(' ').toList() : []
        assert order - names == []
        (order + (names - order)).collect { lines[names.indexOf(it)] }
    }

    private List<String> words(ClassNode type) {
        List<Map> methods = family(type).collectMany { ClassNode owner ->
            owner.methods.findAll { it.access & Opcodes.ACC_PUBLIC && !(it.access & Opcodes.ACC_SYNTHETIC) }
                    .collect { spoken(owner, it, facts(type, WordsOf)) }
        }
        Map<String, List<Map>> byWord = methods.findAll { it.facts }.groupBy { it.word }
        byWord.collect { String word, List<Map> annotated ->
            Set<String> names = annotated*.name as Set
            line(word, methods.findAll { it.name in names }, annotated, facts(type, WordsOf))
        }
    }

    /** The type and its supertypes, as far as they are no place of their own: its interfaces, itself, the class above. */
    private List<ClassNode> family(ClassNode type) {
        List<ClassNode> above = ([type.superName] + type.interfaces).collect { classes[it] }.findAll { it && !facts(it, WordsOf) }
        List<ClassNode> interfaces = above.findAll { it.name != type.superName }.collectMany { family(it) }
        interfaces + type + (above - interfaces).findAll { it.name == type.superName }.collectMany { family(it) }
    }

    private static Map spoken(ClassNode owner, MethodNode method, Map place) {
        List<String> types = Type.getArgumentTypes(method.desc)*.className.drop(place.extension ? 1 : 0)
        boolean component = types.empty && owner.recordComponents.any { it.name == method.name }
        boolean accessor = component || types.empty && method.name ==~ /(get|is)\p{Lu}.*/ && method.name != 'isEmpty'
        Map facts = facts(method, WordFacts)
        boolean read = accessor || facts?.property
        String property = accessor && !component ? method.name.replaceFirst(/^(get|is)/, '').uncapitalize() : method.name
        [name  : method.name, types: types, facts: facts, gives: Type.getReturnType(method.desc).className,
         word  : facts?.name ?: OPERATORS[method.name] ?: property,
         called: read ? property : "$property()".toString()]
    }

    private static String line(String word, List<Map> methods, List<Map> annotated, Map place) {
        Map first = annotated.find { it.facts.value }
        Map facts = first.facts
        String form = facts.form ?: sprintf(place.form ?: '%s', first.called)
        List<String> example = facts.example ?: place.example*.replace('%s', first.called)
        String operation = facts.operation ?: place.operation
        Map<String, Object> columns = [
            form     : form,
            help     : facts.value,
            example  : whole(example, place).replace('\n', '\\n'),
            operation: operation,
            gives    : first.gives,
            types    : facts.types ?: methods*.types.flatten().unique(),
            alone    : methods.any { it.types.empty } ? 'yes' : null,
            scopes   : facts.scopes ?: place.scopes,
            asks     : facts.asks || operation && place.scopes ? 'yes' : null,
            methods  : annotated.findAll { it.facts.name && it.name != word }*.name.unique(),
            takes    : facts.takes,
            arguments: facts.arguments,
            usage    : facts.usage,
            names    : facts.names,
            insteadOf: facts.insteadOf
        ]
        ([word] + columns.findAll { it.value }.collect { key, value -> "$key=${value instanceof List ? value.join(',') : value}" }).join('\t')
    }

    private static String whole(List<String> lines, Map place) {
        List<String> script = place.given && !lines[0].startsWith(place.given.takeBefore('=')) ? [place.given] + lines : lines
        boolean stays = place.inCluster == false || lines[0].startsWith('cluster(')
        stays ? script.join('\n') : sprintf(IN_CLUSTER, script.collect { "    $it" }.join('\n'))
    }

    /** What an annotation states; null where there is none. */
    private static Map facts(Object annotated, Class<?> type) {
        AnnotationNode found = annotated.invisibleAnnotations?.find { it.desc == Type.getDescriptor(type) }
        found?.with { (it.values ?: []).collate(2).collectEntries { key, value -> [key, plain(value)] } }
    }

    private static Object plain(Object value) {
        if (value instanceof List) {
            return value.collect { plain(it) }
        }
        value instanceof String[] ? value[1] : value instanceof Type ? value.className : value
    }
}
