package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.ClusterSummary;
import ehpc.Image;
import ehpc.Job;
import ehpc.Queue;
import ehpc.Region;
import ehpc.SubmittedCommand;
import ehpc.User;
import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.Shape;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.node.Node;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of the service's records that are properties of values, under the names of the API in lower camel case: {@code node.hostName}
 * beside the word {@code node.name}. The catalogue documents them.
 */
public final class ServiceFields {

    /**
     * The origin of a type's values.
     *
     * @param operation the operation that returns the records
     * @param path the path of the list or object in its answer
     * @param fields returns the record of a value
     */
    private record Source<T>(String operation, String path, Function<T, Map<String, Object>> fields) {}

    private static final Map<Class<?>, Source<?>> SOURCES = Map.of(
            Node.class, new Source<Node>("ListNodes", "Nodes.NodeInfo", Node::fields),
            Queue.class, new Source<Queue>("ListQueues", "Queues.QueueInfo", Queue::fields),
            User.class, new Source<User>("ListUsers", "Users.UserInfo", User::fields),
            Job.class, new Source<Job>("ListJobsWithFilters", "Jobs", Job::fields),
            ClusterInfo.class, new Source<ClusterInfo>("DescribeCluster", "ClusterInfo", ClusterInfo::fields),
            ClusterSummary.class,
                    new Source<ClusterSummary>("ListClusters", "Clusters.ClusterInfoSimple", ClusterSummary::fields),
            Image.class, new Source<Image>("ListCustomImages", "Images.ImageInfo", Image::fields),
            Image.OsTag.class,
                    new Source<Image.OsTag>("ListCustomImages", "Images.ImageInfo.OsTag", ServiceFields::fields),
            Region.class, new Source<Region>("ListRegions", "Regions.RegionInfo", ServiceFields::fields),
            SubmittedCommand.class,
                    new Source<SubmittedCommand>("ListCommands", "Commands.Command", ServiceFields::fields));

    private ServiceFields() {}

    private static Map<String, Object> fields(Image.OsTag system) {
        return Map.of(
                "Platform", system.platform(),
                "OsTag", system.tag(),
                "Version", system.version(),
                "Architecture", system.architecture(),
                "BaseOsTag", system.baseTag());
    }

    private static Map<String, Object> fields(Region region) {
        return Map.of("RegionId", region.id(), "LocalName", region.name());
    }

    private static Map<String, Object> fields(SubmittedCommand command) {
        return Map.of(
                "CommandId", command.id(),
                "CommandContent", command.text(),
                "WorkingDir", command.workingDirectory(),
                "Timeout", String.valueOf(command.timeoutSeconds()));
    }

    /**
     * Returns the documented record of a type's values.
     *
     * @param type the name of the class
     * @return empty for a type without such a record, or if the catalogue does not document it
     */
    public static Optional<Shape> shape(String type, Catalogue catalogue) {
        return SOURCES.entrySet().stream()
                .filter(source -> source.getKey().getName().equals(type))
                .findFirst()
                .flatMap(source -> shape(source.getValue(), catalogue));
    }

    private static Optional<Shape> shape(Source<?> source, Catalogue catalogue) {
        Optional<Shape> here = catalogue.find(source.operation()).map(Operation::response);
        for (String step : source.path().split("\\.")) {
            here = here.map(shape -> shape.fields().get(step))
                    .map(shape -> shape.type() == Shape.Type.LIST ? shape.element() : shape);
        }
        return here;
    }

    /** Returns the names of the fields of a type's values, as scripts write them. */
    public static List<String> names(String type, Catalogue catalogue) {
        return shape(type, catalogue)
                .map(shape -> NameStyle.SCRIPT.of(shape.fields().keySet()))
                .orElse(List.of());
    }

    /**
     * Returns a field of a value.
     *
     * @param self a value of one of the types
     * @param name the name in either spelling
     * @return null if the record does not have the field
     * @throws UnknownFieldException if there is no field of that name
     */
    @SuppressWarnings("unchecked") // a source is stored under the class of its values
    static <T> Object property(Class<T> type, T self, String name) {
        Source<T> source = (Source<T>) SOURCES.get(type);
        Map<String, Object> values = source.fields().apply(self);
        Optional<Shape> shape = ExecutionContext.current()
                .flatMap(here -> shape(source, here.runtime().session().ehpc().catalogue()));
        Set<String> documented = shape.map(known -> known.fields().keySet()).orElse(Set.of());
        String field = NameStyle.find(name, documented)
                .or(() -> NameStyle.find(name, values.keySet()))
                .orElseThrow(() -> unknown(type, name, documented, values.keySet()));
        return ApiRecord.value(
                type.getSimpleName() + "." + NameStyle.SCRIPT.of(field),
                shape.map(known -> known.fields().get(field)).orElse(null),
                values.get(field));
    }

    private static UnknownFieldException unknown(
            Class<?> type, String name, Set<String> documented, Set<String> given) {
        Set<String> known = new TreeSet<>(NameStyle.SCRIPT.of(documented));
        known.addAll(NameStyle.SCRIPT.of(given));
        WordPlace.of(type).map(Vocabulary::at).orElse(List.of()).stream()
                .map(Word::name)
                .forEach(known::add);
        String message = "unknown name '" + name + "' on " + type.getSimpleName();
        return new UnknownFieldException(message + Nearest.hintOrAll(name, known), name, type);
    }
}
