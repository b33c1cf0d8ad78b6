import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Run by the build, after {@code CompileGraphviz}: moves parts of methods that are too large for HotSpot to compile,
 * among them the network simplex that large graphs spend their time in, into methods of their own.
 *
 * <p>A part is a run of instructions that is entered at its first one only, with nothing on the stack when it begins
 * and ends. Its method gets the locals that it reads, leaves those that it writes in an array, and returns which of
 * its ends it came to.
 */
final class SplitMethods {

    private static final int MOST = 7900;          // bytes; HotSpot leaves what has over 8000 to its interpreter
    private static final int LEAST = 1000;         // a call costs something too

    private final ClassNode owner;
    private final MethodNode method;
    private final AbstractInsnNode[] code;
    private final Map<LabelNode, Integer> places = new HashMap<>();
    private final int[] bytes, firstJump, lastJump;      // up to each instruction; to it, from where
    private final Frame<BasicValue>[] frames;
    private final BitSet[] live;                         // locals that are read before they are written

    private record Part(int start, int end, List<Integer> in, List<Integer> out, Map<Integer, Type> types,
            List<LabelNode> exits, Type returns, int cost) {}

    /** The class file, which is written anew. */
    public static void main(String[] args) throws IOException, AnalyzerException {
        Path file = Path.of(args[0]);
        ClassNode owner = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(owner, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (int i = 0; i < owner.methods.size(); i++) {    // those that are added, too
            MethodNode m = owner.methods.get(i);
            while (size(m) > MOST) {
                new SplitMethods(owner, m).split();
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
            @Override
            protected String getCommonSuperClass(String a, String b) {
                return "java/lang/Object";
            }
        };
        owner.accept(writer);
        Files.write(file, writer.toByteArray());
    }

    private static int size(MethodNode m) {
        CodeSizeEvaluator size = new CodeSizeEvaluator(null);
        m.accept(size);
        return size.getMaxSize();
    }

    private SplitMethods(ClassNode owner, MethodNode method) throws AnalyzerException {
        this.owner = owner;
        this.method = method;
        code = method.instructions.toArray();
        int n = code.length;
        bytes = new int[n + 1];
        firstJump = new int[n];
        lastJump = new int[n];
        for (int i = 0; i < n; i++) {
            if (code[i] instanceof LabelNode l) places.put(l, i);
            CodeSizeEvaluator size = new CodeSizeEvaluator(null);
            code[i].accept(size);
            bytes[i + 1] = bytes[i] + size.getMaxSize();
        }
        Arrays.fill(firstJump, n);
        Arrays.fill(lastJump, -1);
        for (int i = 0; i < n; i++) {
            for (LabelNode l : jumps(code[i])) {
                int to = places.get(l);
                firstJump[to] = Math.min(firstJump[to], i);
                lastJump[to] = Math.max(lastJump[to], i);
            }
        }
        frames = new Analyzer<>(new BasicInterpreter()).analyzeAndComputeMaxs(owner.name, method);
        live = live();
    }

    private static List<LabelNode> jumps(AbstractInsnNode in) {
        if (in instanceof JumpInsnNode j) return List.of(j.label);
        List<LabelNode> all = new ArrayList<>();
        if (in instanceof TableSwitchInsnNode s) {
            all.addAll(s.labels);
            all.add(s.dflt);
        } else if (in instanceof LookupSwitchInsnNode s) {
            all.addAll(s.labels);
            all.add(s.dflt);
        }
        return all;
    }

    private static boolean goesOn(AbstractInsnNode in) {
        int op = in.getOpcode();
        return op != Opcodes.GOTO && op != Opcodes.ATHROW && !isReturn(op)
                && !(in instanceof TableSwitchInsnNode) && !(in instanceof LookupSwitchInsnNode);
    }

    private static boolean isReturn(int op) {
        return op >= Opcodes.IRETURN && op <= Opcodes.RETURN;
    }

    private static boolean isStore(AbstractInsnNode in) {
        return in instanceof IincInsnNode || in.getOpcode() >= Opcodes.ISTORE && in.getOpcode() <= Opcodes.ASTORE;
    }

    private static Type type(AbstractInsnNode in) {
        return switch (in.getOpcode()) {
            case Opcodes.ILOAD, Opcodes.ISTORE, Opcodes.IINC -> Type.INT_TYPE;
            case Opcodes.LLOAD, Opcodes.LSTORE -> Type.LONG_TYPE;
            case Opcodes.FLOAD, Opcodes.FSTORE -> Type.FLOAT_TYPE;
            case Opcodes.DLOAD, Opcodes.DSTORE -> Type.DOUBLE_TYPE;
            default -> BasicValue.REFERENCE_VALUE.getType();
        };
    }

    private static int local(AbstractInsnNode in) {
        return in instanceof VarInsnNode v ? v.var : in instanceof IincInsnNode i ? i.var : -1;
    }

    private BitSet[] live() {
        BitSet[] live = new BitSet[code.length + 1];
        for (int i = 0; i <= code.length; i++) live[i] = new BitSet();
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = code.length - 1; i >= 0; i--) {
                BitSet now = goesOn(code[i]) ? (BitSet) live[i + 1].clone() : new BitSet();
                for (LabelNode l : jumps(code[i])) now.or(live[places.get(l)]);
                int local = local(code[i]);
                if (local >= 0) now.set(local, !isStore(code[i]) || code[i] instanceof IincInsnNode);
                if (!now.equals(live[i])) {
                    live[i] = now;
                    changed = true;
                }
            }
        }
        return live;
    }

    private boolean isEmptyAt(int i) {
        return frames[i] != null && frames[i].getStackSize() == 0;
    }

    /** Moves the part that leaves the two halves smallest. */
    private void split() {
        int n = code.length;
        Part best = null;
        for (int start = 1; start < n; start++) {
            if (!isEmptyAt(start) || !(code[start] instanceof LabelNode)) continue;
            int last = -1;
            for (int end = start + 1; end < n && bytes[end] - bytes[start] <= bytes[n] - LEAST / 2; end++) {
                int at = end - 1, size = bytes[end] - bytes[start];
                if (at > start && firstJump[at] < start) break;    // entered in the midst
                if (at > start) last = Math.max(last, lastJump[at]);
                boolean whole = end > last && isEmptyAt(end);
                if (size < LEAST || !whole || best != null && Math.max(size, bytes[n] - size) >= best.cost) continue;
                Part part = part(start, end);
                if (part != null && (best == null || part.cost < best.cost)) best = part;
            }
        }
        if (best == null || !method.tryCatchBlocks.isEmpty()) {
            throw new IllegalStateException(method.name + " has " + bytes[n] + " bytes and cannot be split");
        }
        move(best);
    }

    /** Null where these instructions cannot be moved. */
    private Part part(int start, int end) {
        BitSet accessed = new BitSet(), written = new BitSet(), wanted = new BitSet();
        Map<Integer, Type> types = new TreeMap<>();
        Set<LabelNode> exits = new LinkedHashSet<>();
        Type returns = null;
        for (int i = start; i < end; i++) {
            int local = local(code[i]);
            if (local >= 0) {
                accessed.set(local);
                if (isStore(code[i])) written.set(local);
                Type type = type(code[i]);
                if (!type.equals(types.getOrDefault(local, type))) return null;
                types.put(local, type);
            }
            for (LabelNode l : jumps(code[i])) {
                int to = places.get(l);
                if (to < start || to >= end) {
                    if (!isEmptyAt(to)) return null;
                    if (to != end) exits.add(l);
                    wanted.or(live[to]);
                }
            }
            if (isReturn(code[i].getOpcode())) returns = Type.getReturnType(method.desc);
        }
        if (goesOn(code[end - 1]) || code[end] instanceof LabelNode) wanted.or(live[end]);
        BitSet out = (BitSet) written.clone();
        out.and(wanted);
        BitSet in = (BitSet) live[start].clone();
        in.and(accessed);
        in.or(out);
        for (int local : in.stream().toArray()) {
            Type type = types.get(local);
            boolean given = local < frames[start].getLocals() && type.equals(frames[start].getLocal(local).getType());
            if (type.getSort() == Type.OBJECT) {
                if (out.get(local) || parameter(local) == null) return null;
                types.put(local, parameter(local));
            } else if (!given) {
                if (live[start].get(local)) return null;
                in.clear(local);
            }
        }
        int cost = Math.max(bytes[end] - bytes[start], bytes[code.length] - bytes[end] + bytes[start])
                + 20 * (out.cardinality() + exits.size()) + 8 * in.cardinality();
        return in.cardinality() > 100 || cost >= bytes[code.length] ? null
                : new Part(start, end, in.stream().boxed().toList(), out.stream().boxed().toList(), types, List.copyOf(exits), returns, cost);
    }

    private Type parameter(int local) {
        int at = 0;
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (at == local) return type;
            at += type.getSize();
        }
        return null;
    }

    private void move(Part part) {
        MethodNode moved = moved(part);
        owner.methods.add(moved);
        method.instructions.insertBefore(code[part.end], call(part, moved));
        for (int i = part.start + 1; i < part.end; i++) {    // not the label, which leads to the call now
            method.instructions.remove(code[i]);
        }
        method.maxLocals += 2;
    }

    /** The part as a method: what it reads, and a place for what it writes; which way it ends. */
    private MethodNode moved(Part part) {
        StringBuilder desc = new StringBuilder("(");
        Map<Integer, Integer> slots = new HashMap<>();
        int slot = 0;
        for (int local : part.in) {
            desc.append(part.types.get(local).getDescriptor());
            slots.put(local, slot);
            slot += part.types.get(local).getSize();
        }
        int place = slot++;
        MethodNode moved = new MethodNode(Opcodes.ACC_STATIC, method.name + "_" + owner.methods.size(), desc + "[J)I", null, null);
        for (int local : part.types.keySet()) {
            if (slots.containsKey(local)) continue;
            slots.put(local, slot);
            Type type = part.types.get(local);
            if (part.out.contains(local)) {
                moved.visitInsn(List.of(Opcodes.ICONST_0, Opcodes.LCONST_0, Opcodes.FCONST_0, Opcodes.DCONST_0).get(kind(type)));
                moved.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
            }
            slot += 2;
        }
        int value = slot;
        Map<LabelNode, LabelNode> labels = new HashMap<>();
        for (LabelNode l : places.keySet()) labels.put(l, new LabelNode());
        LabelNode end = labels.get(code[part.end] instanceof LabelNode l ? l : null);
        if (end == null) end = new LabelNode();
        LabelNode back = new LabelNode(), returned = new LabelNode();
        for (int i = part.start; i < part.end; i++) {
            if (isReturn(code[i].getOpcode())) {
                if (part.returns.getSort() != Type.VOID) moved.visitVarInsn(part.returns.getOpcode(Opcodes.ISTORE), value);
                moved.instructions.add(new JumpInsnNode(Opcodes.GOTO, returned));
                continue;
            }
            AbstractInsnNode copy = code[i].clone(labels);
            if (copy instanceof VarInsnNode v) v.var = slots.get(v.var);
            if (copy instanceof IincInsnNode v) v.var = slots.get(v.var);
            moved.instructions.add(copy);
        }
        moved.instructions.add(end);
        moved.visitInsn(Opcodes.ICONST_0);
        moved.instructions.add(back);
        // The way is on the stack.
        for (int k = 0; k < part.out.size(); k++) {
            put(moved, place, k, part.types.get(part.out.get(k)), slots.get(part.out.get(k)));
        }
        moved.visitInsn(Opcodes.IRETURN);
        for (int k = 0; k < part.exits.size(); k++) {
            moved.instructions.add(labels.get(part.exits.get(k)));
            number(moved, k + 1);
            moved.instructions.add(new JumpInsnNode(Opcodes.GOTO, back));
        }
        if (part.returns != null) {
            moved.instructions.add(returned);
            if (part.returns.getSort() != Type.VOID) put(moved, place, part.out.size(), part.returns, value);
            number(moved, part.exits.size() + 1);
            moved.instructions.add(new JumpInsnNode(Opcodes.GOTO, back));
        }
        return moved;
    }

    /** What stands in its place. */
    private InsnList call(Part part, MethodNode moved) {
        MethodNode call = new MethodNode();
        int array = method.maxLocals, way = array + 1;
        number(call, part.out.size() + 1);
        call.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
        call.visitVarInsn(Opcodes.ASTORE, array);
        for (int local : part.in) call.visitVarInsn(part.types.get(local).getOpcode(Opcodes.ILOAD), local);
        call.visitVarInsn(Opcodes.ALOAD, array);
        call.visitMethodInsn(Opcodes.INVOKESTATIC, owner.name, moved.name, moved.desc, false);
        call.visitVarInsn(Opcodes.ISTORE, way);
        for (int k = 0; k < part.out.size(); k++) {
            take(call, array, k, part.types.get(part.out.get(k)));
            call.visitVarInsn(part.types.get(part.out.get(k)).getOpcode(Opcodes.ISTORE), part.out.get(k));
        }
        for (int k = 0; k < part.exits.size(); k++) {
            call.visitVarInsn(Opcodes.ILOAD, way);
            number(call, k + 1);
            call.instructions.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, part.exits.get(k)));
        }
        if (part.returns != null) {
            LabelNode on = new LabelNode();
            call.visitVarInsn(Opcodes.ILOAD, way);
            call.instructions.add(new JumpInsnNode(Opcodes.IFEQ, on));
            if (part.returns.getSort() != Type.VOID) take(call, array, part.out.size(), part.returns);
            call.visitInsn(part.returns.getOpcode(Opcodes.IRETURN));
            call.instructions.add(on);
        }
        return call.instructions;
    }

    private static int kind(Type type) {
        return type.getSort() == Type.LONG ? 1 : type.getSort() == Type.FLOAT ? 2 : type.getSort() == Type.DOUBLE ? 3 : 0;
    }

    private static void number(MethodNode m, int k) {
        m.visitIntInsn(Opcodes.SIPUSH, k);
    }

    private static void put(MethodNode m, int array, int k, Type type, int local) {
        m.visitVarInsn(Opcodes.ALOAD, array);
        number(m, k);
        m.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
        switch (kind(type)) {
            case 0 -> m.visitInsn(Opcodes.I2L);
            case 2 -> m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
            case 3 -> m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
            default -> {}
        }
        if (kind(type) == 2) m.visitInsn(Opcodes.I2L);
        m.visitInsn(Opcodes.LASTORE);
    }

    private static void take(MethodNode m, int array, int k, Type type) {
        m.visitVarInsn(Opcodes.ALOAD, array);
        number(m, k);
        m.visitInsn(Opcodes.LALOAD);
        if (kind(type) == 0 || kind(type) == 2) m.visitInsn(Opcodes.L2I);
        if (kind(type) == 2) m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
        if (kind(type) == 3) m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
    }
}
