import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item says that a student was once booked with a teacher: the teacher may look them up from then on. */
export const acquaintanceEntity = tableEntity(
  {
    model: { entity: 'acquaintance', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      teacherId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
    },
    indexes: { byTeacher: KEYS.acquaintance },
  },
  TABLE,
);
