package ehpc.house

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.domain.JavaCodeUnit
import com.tngtech.archunit.core.domain.JavaMember
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.core.domain.JavaType
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** What a public package promises: a page of its own, a comment on each name, and no type that may change at will. */
class PublicApiSpec extends Specification {

    static final List<JavaModifier> SEEN = [JavaModifier.PUBLIC, JavaModifier.PROTECTED]

    @Shared
    JavaClasses library =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('ehpc')

    def 'every public package says what it is for'() {
        given:
        Set<String> packages = visible()*.packageName as Set

        expect:
        packages.size() > 0
        packages.findAll { !hasPage(it) } == [] as Set
    }

    def 'a public signature names no internal type'() {
        expect:
        visible().collectMany { leaksOf(it) } == []
    }

    def 'every public name has a comment'() {
        given:
        List<Path> files = Sources.code().findAll { it.startsWith('dsl/src/main/java') && !it.any { it.toString() == 'internal' } }

        expect:
        files.size() > 0
        Comments.missing(files.collect { Sources.ROOT.resolve(it) }) == []
    }

    private static boolean hasPage(String name) {
        Files.exists(Sources.ROOT.resolve("dsl/src/main/java/${name.replace('.', '/')}/package-info.java"))
    }

    private List<JavaClass> visible() {
        library.findAll { isSeen(it) && !Internal.isInternal(it) }
    }

    private static boolean isSeen(JavaClass type) {
        type.modifiers.any { it in SEEN } && type.enclosingClass.map { isSeen(it) }.orElse(true)
    }

    private static List<String> leaksOf(JavaClass type) {
        List<JavaType> ancestors = type.interfaces.toList() + type.superclass.stream().toList()
        List<String> leaks = leaked(type.name, ancestors + type.typeParameters)
        type.members.findAll { it.modifiers.any { it in SEEN } }.each { JavaMember member ->
            leaks += leaked(member.fullName, typesOf(member))
        }
        leaks
    }

    private static List<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit) {
            return [member.returnType, *member.parameterTypes, *member.typeParameters, *member.throwsClause.types]
        }
        [member.type]
    }

    private static List<String> leaked(String where, List<JavaType> types) {
        types.collectMany { it.allInvolvedRawTypes }
                .collect { it.baseComponentType }
                .findAll { Internal.isInternal(it) }
                .collect { "$where names ${it.name}".toString() }
    }
}
