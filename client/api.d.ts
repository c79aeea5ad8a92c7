// Written by `npm run client` from openapi.json; do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says that the API answers.
         * @description **Who:** everybody, without a token.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every code that a problem answer can carry, and every code of a wrong field.
         * @description **Who:** everybody, without a token.
         */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API as an OpenAPI 3.1 document.
         * @description **Who:** everybody, without a token.
         */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API as a page for people.
         * @description **Who:** everybody, without a token.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every school for the platform, their own for school administrators.
         * @description **Who:** anybody signed in.
         */
        get: operations["listSchools"];
        put?: never;
        /**
         * Creates a school and invites its first administrator.
         * @description **Who:** platform administrators.
         */
        post: operations["createSchool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One school.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["getSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a school's own data; its status only by the platform.
         * @description **Who:** school administrators (the whole school), platform administrators. Platform administrators also while it is suspended.
         */
        patch: operations["changeSchool"];
        trace?: never;
    };
    "/public/schools/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a visitor needs in order to register.
         * @description **Who:** everybody, without a token.
         */
        get: operations["getPublicSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings in force.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes settings by merge patch; null gives a default back.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/schools/{schoolId}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price list.
         * @description **Who:** school administrators (the whole school), the office (the whole school), platform administrators.
         */
        get: operations["listServices"];
        put?: never;
        /**
         * Adds a line to the price list.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/services/{serviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a line of the price list; `active: false` takes it off sale.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeService"];
        trace?: never;
    };
    "/schools/{schoolId}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The departments of the school.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["listDepartments"];
        put?: never;
        /**
         * Adds a department.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/departments/{departmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a department.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeDepartment"];
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in. A wrong password and an unknown address are told alike.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token for a refresh token.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a session: its refresh token gives no more access tokens.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["revokeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link to set a new password, if anybody has the address.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a password by the token of a mailed link, and activates the membership it is for.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a new membership of somebody who has a password, by the token mailed to them.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["confirmMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and where they belong.
         * @description **Who:** anybody signed in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the signed-in person wants to be told things.
         * @description **Who:** anybody signed in.
         */
        get: operations["getPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes language, SMS and marketing of the signed-in person.
         * @description **Who:** anybody signed in.
         */
        patch: operations["changePreferences"];
        trace?: never;
    };
    "/schools/{schoolId}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who works in the school.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), platform administrators.
         */
        get: operations["listStaff"];
        put?: never;
        /**
         * Invites somebody to work in the school.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/staff/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes roles, departments, profile or status of somebody who works in the school.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/schools/{schoolId}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A visitor registers as a student. The answer is the same for known and unknown addresses.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["createRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Students by name, with search and filters.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["listStudents"];
        put?: never;
        /**
         * The office enrols a student: active at once, the first invoice issued.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One student.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["getStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the school's own copy of a student.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        patch: operations["changeStudent"];
        trace?: never;
    };
    "/schools/{schoolId}/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The vehicles, oldest first.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), platform administrators.
         */
        get: operations["listVehicles"];
        put?: never;
        /**
         * Adds a vehicle.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createVehicle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/vehicles/{vehicleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a vehicle; `out_of_service` keeps it from new bookings.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeVehicle"];
        trace?: never;
    };
    "/schools/{schoolId}/booking-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be booked, oldest first.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), students (the whole school), platform administrators.
         */
        get: operations["listBookingTypes"];
        put?: never;
        /**
         * Adds something that can be booked, with its price and terms.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createBookingType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/booking-types/{bookingTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a booking type for new bookings; `active: false` takes it off the public page.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeBookingType"];
        trace?: never;
    };
    "/schools/{schoolId}/teachers/{teacherId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a teacher teaches, in local time; empty until somebody says.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        get: operations["getAvailability"];
        /**
         * Says when a teacher teaches: weekly windows, and dates that have others; no windows is a day off.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        put: operations["setAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When the school is closed: days of its own, and whose public holidays it keeps.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), students (the whole school), platform administrators.
         */
        get: operations["getCalendar"];
        /**
         * Says when the school is closed; bookings already made stay.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        put: operations["setCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/teachers/{teacherId}/free-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a teacher could give a lesson of a type. `from` and `to` are dates, the last one included, or moments; at most 31 days.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (the whole school), students (the whole school), platform administrators.
         */
        get: operations["listFreeSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bookings in order of their start: of the school, a teacher, a student or a vehicle.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Books a lesson: everybody in it, or nobody.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One booking; a student sees no other student in it.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Moves or changes a booking; a conflict leaves it as it was.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        patch: operations["changeBooking"];
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a draft while its hold lasts.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["confirmBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a booking, or one student in it; late by a student, it carries the fee.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/students": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assigns students to a booking: all of them, or none.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["addBookingStudents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/students/{studentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * The school takes a student out of a booking, free of charge.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        delete: operations["removeBookingStudent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes down that a lesson took place: who came, what it covered, when, who taught.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["completeBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/bookings/{bookingId}/students/{studentId}/fee-waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Waives a student's fee on a booking, with the reason.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["waiveBookingFee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lesson-plan-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lesson plans that a school may start from.
         * @description **Who:** anybody signed in.
         */
        get: operations["listLessonPlanTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/lesson-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The school's lesson plans, oldest first.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), platform administrators.
         */
        get: operations["listLessonPlans"];
        put?: never;
        /**
         * A lesson plan of the school's own: a template with changes, or made from nothing.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createLessonPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/lesson-plans/{lessonPlanId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A lesson plan in its newest version, or in the one that `version` names.
         * @description **Who:** school administrators (the whole school), the office (the whole school), teachers (the whole school), platform administrators.
         */
        get: operations["getLessonPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/lesson-plans/{lessonPlanId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One more version of a lesson plan: the newest with changes. Students stay on the one they began.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["addLessonPlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/lesson-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a student on a lesson plan, in its newest version.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["assignLessonPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a student has come in their lesson plan, and what is missing.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/teacher-signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The teacher who taught a lesson signs that it taught this module to this student.
         * @description **Who:** teachers (what they teach and students assigned to them).
         */
        post: operations["createTeacherSignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/student-signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The student confirms what the teacher signed.
         * @description **Who:** students (themselves).
         */
        post: operations["createStudentSignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The student objects to what is recorded of a lesson; the teacher accepts or rejects that.
         * @description **Who:** students (themselves).
         */
        post: operations["createDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The teacher who taught a lesson proposes to correct it; it stands as it was until the student accepts.
         * @description **Who:** teachers (what they teach and students assigned to them).
         */
        post: operations["createCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/corrections/{signatureId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The other party accepts a correction or an objection.
         * @description **Who:** teachers (what they teach and students assigned to them), students (themselves).
         */
        post: operations["acceptCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/modules/{moduleId}/corrections/{signatureId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The other party rejects a correction or an objection: everything stands as it was.
         * @description **Who:** teachers (what they teach and students assigned to them), students (themselves).
         */
        post: operations["rejectCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/signature-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the student once more to sign what the teacher has signed of a lesson.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["requestSignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries of a student's signed record, in order.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["listSignatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/signatures/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a student's signed record holds, and if not, the first entry that does not.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["verifySignatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a student was warned and reminded of, with the messages that told them, as evidence.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["listWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/signatures/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A student's whole record as one document: to print (`html`, `pdf`), or to check offline (`json`).
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), students (themselves), platform administrators.
         */
        get: operations["getSignatureDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the link in a signature request leads to: the lesson and its modules. Reading does not use the link up.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        get: operations["getSigning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a student owes, and the sums it comes from.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A student's ledger with running balance, newest first.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A student's invoices, newest first.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["listInvoices"];
        put?: never;
        /**
         * Invoices a student: issued with the next number at once, or kept as a draft.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice, or its document to print.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        /**
         * Deletes a draft; it used no number.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        delete: operations["removeInvoice"];
        options?: never;
        head?: never;
        /**
         * Changes a draft. What is issued is credited instead.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        patch: operations["changeInvoice"];
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a draft: it takes the school's next number and moves the balance.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["issueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The credit notes of an invoice, oldest first.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["listCreditNotes"];
        put?: never;
        /**
         * Credits an issued invoice: by lines, or all that is still owed of it.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}/credit-notes/{creditNoteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One credit note, or its document to print.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["getCreditNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/uninvoiced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invoices what bookings and fees of a student are on no invoice yet.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["billStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/finance/invoice-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to invoice what is uninvoiced in the whole school.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createInvoiceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/finance/invoice-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a run over the whole school has come.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        get: operations["getInvoiceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A student's payments, newest first.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["listPayments"];
        put?: never;
        /**
         * Records money that the school received itself.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment, and where its money is.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/credit-allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a student's credit to an invoice.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["createCreditAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settles with a student who leaves: without `confirm` a proposal (200), with it booked (201).
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["settleStudent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/students/{studentId}/instalments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agrees on instalments for what is owed of an invoice.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["agreeInstalments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}/dunning-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops the reminders of an invoice, until a date or for good.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["pauseDunning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/finance/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger of a span of days, as a table or as a journal for an accounting program. A long one comes in parts: `Link` with `rel="next"` names the next.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["exportFinance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/reports/finance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was issued and paid in a span of days, and what is owed now.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["getFinanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/payment-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the school can be paid online.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["getPaymentAccount"];
        put?: never;
        /**
         * Connects the school's account at the payment provider; the link works once.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["connectPaymentAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/invoices/{invoiceId}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens the page on which an invoice is paid; an open one is answered again with 200.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), students (themselves), platform administrators.
         */
        post: operations["createCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/payments/{paymentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pays money of a payment back: by the provider where it came from, else as recorded here.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/finance/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money received that matched nothing, newest first: what waits for a decision, unless another status is asked for.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["listSuspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/finance/suspense/{suspenseId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whose money it is, or sends it back.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["resolveSuspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes Stripe's events: verified, queued, answered. The body is signed as it is.
         * @description **Who:** everybody, without a token.
         */
        post: operations["receiveStripeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the school has sent, newest first: to whom, and what became of it.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/notifications/{notificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One notification.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        get: operations["getNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/notifications/{notificationId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a notification once more, as a new one that names the first.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), platform administrators.
         */
        post: operations["resendNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes to an audience: named students, those of a teacher or a department, or all.
         * @description **Who:** school administrators (the whole school), the office (their departments, or the whole school if they have none), teachers (what they teach and students assigned to them), platform administrators.
         */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every message that the school may put into its own words, as it goes out now.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/templates/{key}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The texts of one message in one language: the school’s own where it has any.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["getTemplate"];
        /**
         * Puts one message into the school’s own words; what is left out is as the platform has it.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        put: operations["setTemplate"];
        post?: never;
        /**
         * Goes back to the platform’s words.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        delete: operations["removeTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/templates/{key}/{language}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a message would look, over made-up facts; nothing is saved or sent.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opt-out/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the link at the end of an SMS would change. Reading changes nothing.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        get: operations["getOptOut"];
        put?: never;
        /**
         * No more SMS, by the link at the end of one; messages come by e-mail instead.
         * @description **Who:** everybody, without a token. Counted per caller address.
         */
        post: operations["optOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Twilio reports what became of an SMS: a form, signed over the public address.
         * @description **Who:** everybody, without a token.
         */
        post: operations["receiveTwilioStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The addresses at which a school wants its events, oldest first.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Adds an address for the events of a school; `secret` is shown this once.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes an endpoint; nothing is tried there again.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Changes an endpoint, enables or disables it. `rotateSecret` answers a new `secret`; the one before signs, too, for a day.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/schools/{schoolId}/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an endpoint was and is to be sent in the last 30 days, newest event first.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{schoolId}/webhook-endpoints/{endpointId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends events of the last 30 days again, within minutes: those named, or 90 at most that happened from a moment up to another; `nextFrom` is where the rest begins.
         * @description **Who:** school administrators (the whole school), platform administrators.
         */
        post: operations["replayWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/findkoreskole/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * findkoreskole.dk delivers a lead, signed by `X-Signature`; a second copy of an `X-Delivery-Id` changes nothing.
         * @description **Who:** everybody, without a token.
         */
        post: operations["receiveLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/e-teori/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * e-teori.dk delivers the result of a theory test, signed by `X-Signature`; a second copy of an `X-Delivery-Id` changes nothing.
         * @description **Who:** everybody, without a token.
         */
        post: operations["receiveTheoryResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        NewAddress: string | {
            street: string;
            postalCode: string;
            city: string;
            country?: string;
        };
        Price: {
            amount: number;
            currency: string;
        };
        /**
         * @example {
         *       "name": "Sofie Holm",
         *       "email": "sofie@elev.example",
         *       "phone": "+4520123456",
         *       "birthDate": "2026-12-01",
         *       "termsVersion": "1",
         *       "consents": [
         *         {
         *           "kind": "terms",
         *           "granted": true
         *         }
         *       ]
         *     }
         */
        Registration: {
            name: string;
            email: string;
            phone: string;
            /** Format: date */
            birthDate: string;
            /**
             * @default da
             * @enum {string}
             */
            language?: "da" | "en";
            address?: components["schemas"]["NewAddress"];
            courseServiceId?: string;
            guardians?: {
                name: string;
                email: string;
                phone: string;
            }[];
            termsVersion: string;
            consents: {
                /** @enum {string} */
                kind: "terms" | "marketing";
                granted: boolean;
            }[];
        };
        /**
         * @example {
         *       "id": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "slug": "nordby",
         *       "timeZone": "Europe/Copenhagen",
         *       "currency": "DKK",
         *       "language": "da",
         *       "country": "DK",
         *       "address": "Banegården",
         *       "contact": {
         *         "email": "sofie@elev.example",
         *         "phone": "+4520123456"
         *       },
         *       "vatNumber": "12345678",
         *       "status": "active",
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        School: {
            id: string;
            name: string;
            slug: string;
            timeZone: string;
            currency: string;
            /** @enum {string} */
            language: "da" | "en";
            country: string;
            address: components["schemas"]["Address"];
            contact: {
                email: string;
                phone: string;
            };
            vatNumber: string | null;
            /** @enum {string} */
            status: "active" | "suspended" | "archived";
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        Address: string | {
            street: string;
            postalCode: string;
            city: string;
            country?: string;
        };
        /** @description A refusal (RFC 9457). */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description the id of the request */
            instance: string;
            /** @enum {string} */
            code: "invalid" | "malformed_json" | "unsupported_media_type" | "body_too_large" | "invalid_credentials" | "invalid_token" | "untrusted_delivery" | "forbidden" | "membership_disabled" | "not_found" | "local_time_does_not_exist" | "local_time_ambiguous" | "rule_refused" | "booking_conflict" | "hold_expired" | "booking_closed" | "lesson_not_taught" | "awaiting_teacher" | "already_signed" | "invoice_issued" | "credit_exceeds_rest" | "refund_exceeds_rest" | "invoice_paid" | "payment_account_inactive" | "payment_refused" | "in_progress" | "invalid_signature" | "already_invoiced" | "nothing_to_invoice" | "nothing_to_settle" | "already_enrolled" | "already_exists" | "school_suspended" | "link_invalid" | "stale_version" | "idempotency_key_reused" | "rate_limited" | "busy" | "unavailable" | "conflict" | "internal";
            /** @description beside `invalid`: each wrong field by JSON pointer */
            errors?: {
                path: string;
                code: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "id": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "slug": "nordby",
         *       "address": "Banegården",
         *       "bookingTypes": [
         *         {
         *           "id": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "name": "Sofie Holm",
         *           "kind": "theory",
         *           "minutes": 45,
         *           "capacity": 1,
         *           "price": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vatRate": 25,
         *           "bufferMinutes": 1,
         *           "needsVehicle": true,
         *           "cancellation": {
         *             "hoursBefore": 1
         *           },
         *           "lateFee": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "noShowFee": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "selfBooking": true
         *         }
         *       ],
         *       "courses": [
         *         {
         *           "id": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "name": "Sofie Holm",
         *           "kind": "sign_up",
         *           "price": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vatRate": 25,
         *           "vatExemption": "education"
         *         }
         *       ],
         *       "termsVersion": "1"
         *     }
         */
        PublicSchool: {
            id: string;
            name: string;
            slug: string;
            address: components["schemas"]["Address"];
            bookingTypes: {
                id: string;
                name: string;
                /** @enum {string} */
                kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                minutes: number;
                capacity: number;
                price: components["schemas"]["Money"];
                vatRate: number;
                bufferMinutes: number;
                needsVehicle: boolean;
                cancellation: {
                    hoursBefore: number;
                } | {
                    workingDaysBefore: number;
                    clock: string;
                };
                lateFee: components["schemas"]["Money"] | null;
                noShowFee: components["schemas"]["Money"] | null;
                selfBooking: boolean;
            }[];
            courses: {
                id: string;
                name: string;
                /** @enum {string} */
                kind: "sign_up" | "course" | "lesson" | "fee" | "material";
                price: components["schemas"]["Money"];
                vatRate: number;
                vatExemption: string | null;
            }[];
            termsVersion: string;
        };
        Money: {
            amount: number;
            currency: string;
        };
        /**
         * @example {
         *       "id": "svc_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "kind": "sign_up",
         *       "price": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "vatRate": 25,
         *       "vatExemption": "education",
         *       "active": true,
         *       "version": 1
         *     }
         */
        Service: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "sign_up" | "course" | "lesson" | "fee" | "material";
            price: components["schemas"]["Money"];
            vatRate: number;
            vatExemption: string | null;
            active: boolean;
            version: number;
        };
        /**
         * @example {
         *       "id": "dep_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "address": "Banegården",
         *       "phone": "+4520123456",
         *       "version": 1
         *     }
         */
        Department: {
            id: string;
            name: string;
            address: components["schemas"]["Address"] | null;
            phone: string | null;
            version: number;
        };
        /**
         * @example {
         *       "personId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "email": "sofie@elev.example",
         *       "platformAdmin": true,
         *       "memberships": [
         *         {
         *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "roles": [
         *             "school_admin"
         *           ],
         *           "departmentIds": [
         *             "dep_01kat5n8x0e4vv6h7w7b1q2r3s"
         *           ],
         *           "status": "pending",
         *           "profile": {
         *             "name": "Sofie Holm",
         *             "phone": "+4520123456",
         *             "language": "da",
         *             "address": "Banegården"
         *           }
         *         }
         *       ]
         *     }
         */
        Me: {
            personId: string;
            email: string;
            platformAdmin: boolean;
            memberships: {
                schoolId: string;
                roles: ("school_admin" | "office" | "teacher" | "student")[];
                departmentIds: string[];
                /** @enum {string} */
                status: "pending" | "active" | "disabled";
                profile: {
                    name: string;
                    phone: string | null;
                    /** @enum {string} */
                    language: "da" | "en";
                    address: components["schemas"]["Address"] | null;
                };
            }[];
        };
        /**
         * @example {
         *       "language": "da",
         *       "sms": true,
         *       "marketing": true,
         *       "version": 1
         *     }
         */
        Preferences: {
            /** @enum {string} */
            language: "da" | "en";
            sms: boolean;
            marketing: boolean;
            version: number;
        };
        /**
         * @example {
         *       "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "personId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "email": "sofie@elev.example",
         *       "phone": "+4520123456",
         *       "roles": [
         *         "school_admin"
         *       ],
         *       "departmentIds": [
         *         "dep_01kat5n8x0e4vv6h7w7b1q2r3s"
         *       ],
         *       "status": "pending",
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Staff: {
            id: string;
            personId: string;
            schoolId: string;
            name: string;
            email: string;
            phone: string | null;
            roles: ("school_admin" | "office" | "teacher")[];
            departmentIds: string[];
            /** @enum {string} */
            status: "pending" | "active" | "disabled";
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @example {
         *       "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "email": "sofie@elev.example",
         *       "phone": "+4520123456",
         *       "birthDate": "2006-05-04",
         *       "language": "da",
         *       "address": "Banegården",
         *       "status": "pending",
         *       "teacherIds": [
         *         "per_01kat5n8x0e4vv6h7w7b1q2r3s"
         *       ],
         *       "departmentIds": [
         *         "dep_01kat5n8x0e4vv6h7w7b1q2r3s"
         *       ],
         *       "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "guardians": [
         *         {
         *           "name": "Sofie Holm",
         *           "email": "sofie@elev.example",
         *           "phone": "+4520123456"
         *         }
         *       ],
         *       "termsVersion": "1",
         *       "consents": [
         *         {
         *           "kind": "terms",
         *           "granted": true
         *         }
         *       ],
         *       "lead": {
         *         "source": "findkoreskole",
         *         "receivedAt": "2026-12-01T09:00:00.000Z"
         *       },
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Student: {
            id: string;
            schoolId: string;
            name: string;
            email: string;
            phone: string | null;
            birthDate: string | null;
            /** @enum {string} */
            language: "da" | "en";
            address: components["schemas"]["Address"] | null;
            /** @enum {string} */
            status: "pending" | "active" | "disabled";
            teacherIds: string[];
            departmentIds: string[];
            lessonPlanId: string | null;
            guardians: {
                name: string;
                email: string;
                phone: string;
            }[];
            termsVersion: string | null;
            consents: {
                /** @enum {string} */
                kind: "terms" | "marketing";
                granted: boolean;
            }[];
            lead: {
                /** @enum {string} */
                source: "findkoreskole";
                /** Format: date-time */
                receivedAt: string;
                message?: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @example {
         *       "id": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "plate": "AB 12 345",
         *       "category": "B",
         *       "gearbox": "manual",
         *       "status": "active",
         *       "version": 1
         *     }
         */
        Vehicle: {
            id: string;
            name: string;
            plate: string;
            category: string;
            /** @enum {string} */
            gearbox: "manual" | "automatic";
            /** @enum {string} */
            status: "active" | "out_of_service";
            version: number;
        };
        /**
         * @example {
         *       "id": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "kind": "theory",
         *       "minutes": 45,
         *       "capacity": 1,
         *       "price": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "vatRate": 25,
         *       "bufferMinutes": 1,
         *       "needsVehicle": true,
         *       "cancellation": {
         *         "hoursBefore": 1
         *       },
         *       "lateFee": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "noShowFee": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "selfBooking": true,
         *       "active": true,
         *       "version": 1
         *     }
         */
        BookingType: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
            minutes: number;
            capacity: number;
            price: components["schemas"]["Money"];
            vatRate: number;
            bufferMinutes: number;
            needsVehicle: boolean;
            cancellation: {
                hoursBefore: number;
            } | {
                workingDaysBefore: number;
                clock: string;
            };
            lateFee: components["schemas"]["Money"] | null;
            noShowFee: components["schemas"]["Money"] | null;
            selfBooking: boolean;
            active: boolean;
            version: number;
        };
        /**
         * @example {
         *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "weekly": [
         *         {
         *           "weekday": 1,
         *           "from": "08:00",
         *           "to": "16:00"
         *         }
         *       ],
         *       "exceptions": [
         *         {
         *           "date": "2026-12-01",
         *           "windows": [
         *             {
         *               "from": "08:00",
         *               "to": "16:00"
         *             }
         *           ]
         *         }
         *       ],
         *       "version": 1
         *     }
         */
        Availability: {
            teacherId: string;
            weekly: {
                weekday: number;
                from: string;
                to: string;
            }[];
            exceptions: {
                /** Format: date */
                date: string;
                windows: {
                    from: string;
                    to: string;
                }[];
            }[];
            version: number;
        };
        /**
         * @example {
         *       "closedDays": [
         *         {
         *           "date": "2026-12-01",
         *           "name": "Sofie Holm"
         *         }
         *       ],
         *       "publicHolidays": "DK",
         *       "version": 1
         *     }
         */
        Calendar: {
            closedDays: {
                /** Format: date */
                date: string;
                name: string;
            }[];
            /** @enum {string} */
            publicHolidays: "DK" | "none";
            version: number;
        };
        FreeSlot: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
        };
        LessonPlanTemplate: {
            id: string;
            version: number;
            name: string;
            country: string;
            category: string;
            lessonMinutes: number;
            sections: {
                order: number;
                title: string;
            }[];
            modules: {
                id: string;
                title: string;
                section: number;
                /** @enum {string} */
                kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                minutes: number;
                order: number;
                required: number;
                prerequisites: string[];
                dark: boolean;
            }[];
            minimums: {
                theory: number;
                road: number;
                manoeuvring: number;
                skid: number;
                dark: number;
                teachingDays: number;
            };
            pause: {
                months: number;
                warnDays: number[] | null;
            };
        };
        /**
         * @example {
         *       "id": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "name": "Sofie Holm",
         *       "templateId": "dk-b",
         *       "templateVersion": 1,
         *       "isDefault": true,
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1,
         *       "lessonMinutes": 1,
         *       "sections": [
         *         {
         *           "order": 1,
         *           "title": "Kryds"
         *         }
         *       ],
         *       "modules": [
         *         {
         *           "id": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "title": "Kryds",
         *           "section": 1,
         *           "kind": "theory",
         *           "minutes": 45,
         *           "order": 1,
         *           "required": 1,
         *           "prerequisites": [
         *             "road"
         *           ],
         *           "dark": true
         *         }
         *       ],
         *       "minimums": {
         *         "theory": 1,
         *         "road": 1,
         *         "manoeuvring": 1,
         *         "skid": 1,
         *         "dark": 1,
         *         "teachingDays": 1
         *       },
         *       "pause": {
         *         "months": 1,
         *         "warnDays": [
         *           1
         *         ]
         *       }
         *     }
         */
        LessonPlan: {
            id: string;
            schoolId: string;
            name: string;
            templateId: string | null;
            templateVersion: number | null;
            isDefault: boolean;
            /** Format: date-time */
            createdAt: string;
            version: number;
            lessonMinutes: number;
            sections: {
                order: number;
                title: string;
            }[];
            modules: {
                id: string;
                title: string;
                section: number;
                /** @enum {string} */
                kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                minutes: number;
                order: number;
                required: number;
                prerequisites: string[];
                dark: boolean;
            }[];
            minimums: {
                theory: number;
                road: number;
                manoeuvring: number;
                skid: number;
                dark: number;
                teachingDays: number;
            };
            pause: {
                months: number;
                warnDays: number[] | null;
            };
        };
        LessonPlanSummary: {
            id: string;
            schoolId: string;
            name: string;
            templateId: string | null;
            templateVersion: number | null;
            isDefault: boolean;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @example {
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "version": 1
         *     }
         */
        LessonPlanAssignment: {
            studentId: string;
            lessonPlanId: string;
            version: number;
        };
        /**
         * @example {
         *       "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "version": 1,
         *       "modules": [
         *         {
         *           "moduleId": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "title": "Kryds",
         *           "kind": "theory",
         *           "order": 1,
         *           "required": 1,
         *           "verified": 1,
         *           "state": "not_started",
         *           "lessons": [
         *             {
         *               "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
         *               "taughtAt": "2026-12-01T09:00:00.000Z",
         *               "teacherSignedAt": "2026-12-01T09:00:00.000Z",
         *               "studentSignedAt": "2026-12-01T09:00:00.000Z"
         *             }
         *           ]
         *         }
         *       ],
         *       "counts": {
         *         "theory": 1,
         *         "road": 1,
         *         "manoeuvring": 1,
         *         "skid": 1,
         *         "dark": 1,
         *         "teachingDays": 1
         *       },
         *       "lastTaughtOn": "2026-11-20",
         *       "resumeBy": "2027-02-19",
         *       "ready": true,
         *       "missing": [
         *         {
         *           "code": "road",
         *           "message": "Mangler."
         *         }
         *       ],
         *       "theoryTests": [
         *         {
         *           "test": "teori",
         *           "passed": true,
         *           "score": 1,
         *           "takenAt": "2026-12-01T09:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        Progress: {
            lessonPlanId: string | null;
            version: number | null;
            modules: {
                moduleId: string;
                title: string;
                /** @enum {string} */
                kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                order: number;
                required: number;
                verified: number;
                /** @enum {string} */
                state: "not_started" | "in_progress" | "awaiting_student" | "verified" | "disputed";
                lessons: {
                    bookingId: string;
                    /** Format: date-time */
                    taughtAt: string;
                    teacherSignedAt: string | null;
                    studentSignedAt: string | null;
                }[];
            }[];
            counts: {
                theory: number;
                road: number;
                manoeuvring: number;
                skid: number;
                dark: number;
                teachingDays: number;
            };
            lastTaughtOn: string | null;
            resumeBy: string | null;
            ready: boolean;
            missing: {
                code: string;
                message: string;
            }[];
            theoryTests: {
                test: string;
                passed: boolean;
                score: number;
                /** Format: date-time */
                takenAt: string;
            }[];
        };
        /**
         * @example {
         *       "id": "x",
         *       "sequence": 1,
         *       "kind": "teacher_signature",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "moduleId": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "shown": {
         *         "lesson": {
         *           "kind": "theory",
         *           "status": "attended",
         *           "date": "2026-12-01",
         *           "startedAt": "2026-12-01T09:00:00.000Z",
         *           "endedAt": "2026-12-01T09:00:00.000Z",
         *           "minutes": 45,
         *           "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "timeZone": "Europe/Copenhagen"
         *         },
         *         "module": {
         *           "title": "Kryds",
         *           "section": 1,
         *           "kind": "theory",
         *           "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "planVersion": 1
         *         }
         *       },
         *       "change": {
         *         "startedAt": "2026-12-01T09:00:00.000Z"
         *       },
         *       "answers": "sig_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "role": "teacher",
         *       "at": "2026-12-01T09:00:00.000Z",
         *       "localAt": "2026-12-01T10:05:00+01:00",
         *       "signature": {
         *         "name": "Sofie Holm",
         *         "strokes": [
         *           [
         *             [
         *               1
         *             ]
         *           ]
         *         ]
         *       },
         *       "text": "Vi nåede også parkering.",
         *       "erased": true,
         *       "previousHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        RecordEntry: {
            id: string;
            sequence: number;
            /** @enum {string} */
            kind: "teacher_signature" | "student_signature" | "correction" | "correction_accepted" | "correction_rejected" | "dispute" | "dispute_accepted" | "dispute_rejected";
            schoolId: string;
            studentId: string;
            moduleId: string;
            bookingId: string;
            shown: {
                lesson: {
                    /** @enum {string} */
                    kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                    /** @enum {string} */
                    status: "attended" | "no_show";
                    date: string;
                    /** Format: date-time */
                    startedAt: string;
                    /** Format: date-time */
                    endedAt: string;
                    minutes: number;
                    teacherId: string;
                    timeZone: string;
                };
                module: {
                    title: string;
                    section: number;
                    /** @enum {string} */
                    kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                    lessonPlanId: string;
                    planVersion: number;
                };
            };
            change: {
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                endedAt?: string;
                /** @enum {string} */
                status?: "attended" | "no_show";
                covered?: boolean;
            } | null;
            answers: string | null;
            by: string;
            /** @enum {string} */
            role: "teacher" | "student";
            /** Format: date-time */
            at: string;
            localAt: string;
            signature: {
                name: string;
                strokes: number[][][] | null;
            } | null;
            text: string | null;
            erased: boolean;
            previousHash: string;
            hash: string;
        };
        /**
         * @example {
         *       "valid": true,
         *       "entries": 1,
         *       "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "firstBrokenEntry": {
         *         "sequence": 1,
         *         "id": "x",
         *         "problem": "hash"
         *       }
         *     }
         */
        RecordVerification: {
            valid: boolean;
            entries: number;
            head: string | null;
            firstBrokenEntry: {
                sequence: number;
                id: string | null;
                problem: string;
            } | null;
        };
        Warning: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "pause" | "signature";
            days?: number;
            lastTaughtOn?: string;
            resumeBy?: string;
            bookingId?: string;
            moduleIds?: string[];
            hoursAfter?: number;
            notifications: {
                notificationId: string;
                kind: string;
                /** @enum {string} */
                channel: "email" | "sms";
                status: string;
                /** Format: date-time */
                createdAt: string;
                sentAt: string | null;
                deliveredAt: string | null;
            }[];
        };
        /**
         * @example {
         *       "format": "just-driving/record/1",
         *       "exportedAt": "2026-12-01T09:00:00.000Z",
         *       "school": {
         *         "id": "x",
         *         "name": "Sofie Holm",
         *         "address": "Banegården",
         *         "vatNumber": "12345678",
         *         "timeZone": "Europe/Copenhagen"
         *       },
         *       "student": {
         *         "id": "x",
         *         "name": "Sofie Holm",
         *         "birthDate": "2006-05-04"
         *       },
         *       "plan": {},
         *       "people": {},
         *       "head": {
         *         "count": 1,
         *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *       },
         *       "entries": [
         *         {
         *           "sequence": 1,
         *           "content": "{…}",
         *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "personal": {
         *             "salt": "8f1c…"
         *           }
         *         }
         *       ],
         *       "verification": {
         *         "valid": true,
         *         "entries": 1,
         *         "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *         "firstBrokenEntry": {
         *           "sequence": 1,
         *           "id": "x",
         *           "problem": "hash"
         *         }
         *       },
         *       "warnings": [
         *         {
         *           "at": "2026-12-01T09:00:00.000Z",
         *           "about": {},
         *           "messages": [
         *             {}
         *           ]
         *         }
         *       ]
         *     }
         */
        RecordDocument: {
            /** @constant */
            format: "just-driving/record/1";
            /** Format: date-time */
            exportedAt: string;
            school: {
                id: string;
                name: string;
                address: string;
                vatNumber: string | null;
                timeZone: string;
            };
            student: {
                id: string;
                name: string;
                birthDate: string;
            };
            /** @description the lesson plan, in the version that the student began */
            plan: unknown;
            /** @description names, by person id */
            people: {
                [key: string]: string;
            };
            head: {
                count: number;
                hash: string;
            };
            entries: {
                sequence: number;
                /** @description canonical JSON (RFC 8785); its `kind` is one of teacher_signature, student_signature, correction, correction_accepted, correction_rejected, dispute, dispute_accepted, dispute_rejected */
                content: string;
                /** @description SHA-256 over `content`, in hexadecimal */
                hash: string;
                /** @description null: erased */
                personal: {
                    salt: string;
                    name?: string;
                    strokes?: number[][][];
                    text?: string;
                } | null;
            }[];
            verification: {
                valid: boolean;
                entries: number;
                head: string | null;
                firstBrokenEntry: {
                    sequence: number;
                    id: string | null;
                    problem: string;
                } | null;
            };
            /** @description what the student was warned and reminded of, and what became of each message */
            warnings: {
                /** Format: date-time */
                at: string;
                about: unknown;
                messages: unknown[];
            }[];
        };
        /**
         * @example {
         *       "balance": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "issued": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "fees": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "credited": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "paid": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "refunded": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "disputed": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       }
         *     }
         */
        Balance: {
            balance: components["schemas"]["Money"];
            issued: components["schemas"]["Money"];
            fees: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            disputed: components["schemas"]["Money"];
        };
        LedgerEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            kind: string;
            amount: components["schemas"]["Money"];
            invoiceId: string | null;
            paymentId: string | null;
            externalId: string | null;
            balanceAfter: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "id": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "number": 1,
         *       "displayNumber": "17",
         *       "status": "draft",
         *       "overdue": true,
         *       "issuedAt": "2026-12-01T09:00:00.000Z",
         *       "dueDate": "2026-12-01",
         *       "nextDueDate": "2026-12-01",
         *       "buyer": {
         *         "name": "Sofie Holm",
         *         "email": "sofie@elev.example"
         *       },
         *       "lines": [
         *         {
         *           "description": "Lovpakke",
         *           "quantity": 1,
         *           "unitPrice": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "total": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vatRate": 25,
         *           "vatExemption": "education",
         *           "vat": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "vatByRate": [
         *         {
         *           "vatRate": 25,
         *           "total": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vat": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "total": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "paid": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "credited": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "rest": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "instalments": [
         *         {
         *           "dueDate": "2026-12-01",
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "reminders": [
         *         {
         *           "at": "2026-12-01T09:00:00.000Z",
         *           "fee": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "reminderFees": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "dunningPause": {
         *         "reason": "Syg",
         *         "until": "2026-12-01"
         *       },
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Invoice: {
            id: string;
            schoolId: string;
            studentId: string;
            number: number | null;
            displayNumber: string | null;
            /** @enum {string} */
            status: "draft" | "issued" | "part_paid" | "paid" | "credited";
            overdue: boolean;
            issuedAt: string | null;
            dueDate: string | null;
            nextDueDate: string | null;
            buyer: {
                name: string;
                email: string;
                address?: components["schemas"]["Address"];
                ean?: string;
            };
            lines: {
                description: string;
                quantity: number;
                unitPrice: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                vatRate: number;
                vatExemption: string | null;
                vat: components["schemas"]["Money"];
                serviceId?: string;
                bookingId?: string;
                charge?: string;
                /** Format: date */
                suppliedOn?: string;
            }[];
            vatByRate: {
                vatRate: number;
                total: components["schemas"]["Money"];
                vat: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            rest: components["schemas"]["Money"];
            instalments: {
                /** Format: date */
                dueDate: string;
                amount: components["schemas"]["Money"];
            }[];
            reminders: {
                /** Format: date-time */
                at: string;
                fee: components["schemas"]["Money"];
            }[];
            reminderFees: components["schemas"]["Money"];
            dunningPause: {
                reason: string;
                until: string | null;
            } | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @example {
         *       "id": "crn_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "number": 1,
         *       "displayNumber": "17",
         *       "buyer": {
         *         "name": "Sofie Holm",
         *         "email": "sofie@elev.example"
         *       },
         *       "lines": [
         *         {
         *           "description": "Lovpakke",
         *           "quantity": 1,
         *           "unitPrice": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "total": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vatRate": 25,
         *           "vatExemption": "education",
         *           "vat": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "vatByRate": [
         *         {
         *           "vatRate": 25,
         *           "total": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "vat": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "total": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "reason": "Syg",
         *       "issuedAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        CreditNote: {
            id: string;
            schoolId: string;
            studentId: string;
            invoiceId: string;
            number: number;
            displayNumber: string;
            buyer: {
                name: string;
                email: string;
                address?: components["schemas"]["Address"];
                ean?: string;
            };
            lines: {
                description: string;
                quantity: number;
                unitPrice: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                vatRate: number;
                vatExemption: string | null;
                vat: components["schemas"]["Money"];
                serviceId?: string;
                bookingId?: string;
                charge?: string;
                /** Format: date */
                suppliedOn?: string;
            }[];
            vatByRate: {
                vatRate: number;
                total: components["schemas"]["Money"];
                vat: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
            reason: string;
            /** Format: date-time */
            issuedAt: string;
            version: number;
        };
        /**
         * @example {
         *       "id": "x",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "status": "running",
         *       "students": 1,
         *       "invoices": 1,
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "finishedAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        InvoiceRun: {
            id: string;
            schoolId: string;
            /** @enum {string} */
            status: "running" | "done";
            students: number;
            invoices: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            version: number;
        };
        /**
         * @example {
         *       "id": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "amount": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "method": "cash",
         *       "reference": "Kvittering 17",
         *       "externalId": "pi_1",
         *       "receivedAt": "2026-12-01T09:00:00.000Z",
         *       "allocations": [
         *         {
         *           "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "credit": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "refunded": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "disputed": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "refundable": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Payment: {
            id: string;
            schoolId: string;
            studentId: string;
            amount: components["schemas"]["Money"];
            method: string;
            reference: string | null;
            externalId: string | null;
            /** Format: date-time */
            receivedAt: string;
            allocations: {
                invoiceId: string;
                amount: components["schemas"]["Money"];
            }[];
            credit: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            disputed: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @example {
         *       "used": [
         *         {
         *           "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "description": "Lovpakke",
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "usedTotal": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "adminFee": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "prepaid": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "creditNotes": [
         *         {
         *           "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "creditNoteId": "crn_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "invoice": {
         *         "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *         "total": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         }
         *       },
         *       "refunds": [
         *         {
         *           "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "refundId": "ref_01kat5n8x0e4vv6h7w7b1q2r3s",
         *           "method": "cash",
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "refundTotal": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "balanceAfter": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       }
         *     }
         */
        Settlement: {
            used: {
                bookingId: string;
                description: string;
                amount: components["schemas"]["Money"];
            }[];
            usedTotal: components["schemas"]["Money"];
            adminFee: components["schemas"]["Money"];
            prepaid: components["schemas"]["Money"];
            creditNotes: {
                invoiceId: string;
                creditNoteId: string | null;
                amount: components["schemas"]["Money"];
            }[];
            invoice: {
                invoiceId: string | null;
                total: components["schemas"]["Money"];
            } | null;
            refunds: {
                paymentId: string;
                refundId: string | null;
                method: string;
                amount: components["schemas"]["Money"];
            }[];
            refundTotal: components["schemas"]["Money"];
            balanceAfter: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "from": "2026-12-01",
         *       "to": "2026-12-01",
         *       "totals": {
         *         "issued": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "credited": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "fees": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "paid": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "refunded": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "disputed": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         }
         *       },
         *       "months": [
         *         {
         *           "month": "2026-11",
         *           "issued": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "credited": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "fees": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "paid": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "refunded": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           },
         *           "disputed": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "kinds": [
         *         {
         *           "kind": "road",
         *           "entries": 1,
         *           "amount": {
         *             "amount": 55000,
         *             "currency": "DKK"
         *           }
         *         }
         *       ],
         *       "outstanding": {
         *         "invoices": 1,
         *         "amount": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         }
         *       },
         *       "overdue": {
         *         "invoices": 1,
         *         "amount": {
         *           "amount": 55000,
         *           "currency": "DKK"
         *         },
         *         "ageing": [
         *           {
         *             "days": "2026-12-01",
         *             "invoices": 1,
         *             "amount": {
         *               "amount": 55000,
         *               "currency": "DKK"
         *             }
         *           }
         *         ]
         *       }
         *     }
         */
        FinanceReport: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            totals: {
                issued: components["schemas"]["Money"];
                credited: components["schemas"]["Money"];
                fees: components["schemas"]["Money"];
                paid: components["schemas"]["Money"];
                refunded: components["schemas"]["Money"];
                disputed: components["schemas"]["Money"];
            };
            months: {
                month: string;
                issued: components["schemas"]["Money"];
                credited: components["schemas"]["Money"];
                fees: components["schemas"]["Money"];
                paid: components["schemas"]["Money"];
                refunded: components["schemas"]["Money"];
                disputed: components["schemas"]["Money"];
            }[];
            kinds: {
                kind: string;
                entries: number;
                amount: components["schemas"]["Money"];
            }[];
            outstanding: {
                invoices: number;
                amount: components["schemas"]["Money"];
            };
            overdue: {
                invoices: number;
                amount: components["schemas"]["Money"];
                ageing: {
                    days: string;
                    invoices: number;
                    amount: components["schemas"]["Money"];
                }[];
            };
        };
        /**
         * @example {
         *       "state": "not_connected",
         *       "accountId": "acct_1",
         *       "chargesEnabled": true,
         *       "payoutsEnabled": true,
         *       "version": 1
         *     }
         */
        PaymentAccount: {
            /** @enum {string} */
            state: "not_connected" | "onboarding" | "active" | "restricted" | "deauthorized";
            accountId: string | null;
            chargesEnabled: boolean;
            payoutsEnabled: boolean;
            version: number;
        };
        /**
         * @example {
         *       "url": "https://portal.just-driving.example/invoices",
         *       "sessionId": "cs_test_1",
         *       "expiresAt": "2026-12-01T09:00:00.000Z"
         *     }
         */
        Checkout: {
            /** Format: uri */
            url: string;
            sessionId: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /**
         * @example {
         *       "id": "ref_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "amount": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "method": "cash",
         *       "status": "pending",
         *       "reason": "Syg",
         *       "externalId": "pi_1",
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "settledAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Refund: {
            id: string;
            schoolId: string;
            studentId: string;
            paymentId: string;
            amount: components["schemas"]["Money"];
            method: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            reason: string;
            externalId: string | null;
            /** Format: date-time */
            createdAt: string;
            settledAt: string | null;
            version: number;
        };
        /**
         * @example {
         *       "id": "x",
         *       "amount": {
         *         "amount": 55000,
         *         "currency": "DKK"
         *       },
         *       "reason": "unknown_attempt",
         *       "status": "open",
         *       "externalId": "pi_1",
         *       "claimedInvoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "receivedAt": "2026-12-01T09:00:00.000Z",
         *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "resolvedAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Suspense: {
            id: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            reason: "unknown_attempt" | "other_school" | "other_account" | "other_invoice" | "other_amount" | "other_currency";
            /** @enum {string} */
            status: "open" | "resolved" | "refunding" | "refunded";
            externalId: string;
            claimedInvoiceId: string | null;
            /** Format: date-time */
            receivedAt: string;
            studentId: string | null;
            paymentId: string | null;
            resolvedAt: string | null;
            version: number;
        };
        /**
         * @example {
         *       "id": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "eventId": "evt_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "kind": "welcome",
         *       "channel": "email",
         *       "personId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "status": "queued",
         *       "attempts": 1,
         *       "lastError": "ses_bounce_General",
         *       "providerId": "0100018f-1",
         *       "resendOf": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "insteadOf": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "heldUntil": "2026-12-01T09:00:00.000Z",
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "sentAt": "2026-12-01T09:00:00.000Z",
         *       "deliveredAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        Notification: {
            id: string;
            eventId: string;
            /** @enum {string} */
            kind: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "password_reset" | "password_changed" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "webhook_disabled" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message" | "template_broken";
            /** @enum {string} */
            channel: "email" | "sms";
            personId: string;
            /** @enum {string} */
            status: "queued" | "held" | "sent" | "delivered" | "undelivered" | "bounced" | "failed" | "suppressed" | "superseded" | "expired";
            attempts: number;
            lastError: string | null;
            providerId: string | null;
            resendOf: string | null;
            insteadOf: string | null;
            heldUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            sentAt: string | null;
            deliveredAt: string | null;
            version: number;
        };
        /**
         * @example {
         *       "id": "x",
         *       "key": "welcome",
         *       "language": "da",
         *       "own": [
         *         "subject"
         *       ],
         *       "subject": "Om din køretime",
         *       "html": "<p>Hej</p>",
         *       "text": "Vi nåede også parkering.",
         *       "sms": "Hej",
         *       "variables": [
         *         "name"
         *       ],
         *       "broken": {
         *         "at": "2026-12-01T09:00:00.000Z",
         *         "part": "html",
         *         "problem": "hash"
         *       },
         *       "version": 1
         *     }
         */
        Template: {
            id: string;
            /** @enum {string} */
            key: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message";
            /** @enum {string} */
            language: "da" | "en";
            own: ("subject" | "html" | "text" | "sms")[];
            subject: string;
            html: string;
            text: string;
            sms: string | null;
            variables: string[];
            broken: {
                /** Format: date-time */
                at: string;
                part: string;
                problem: string;
            } | null;
            version: number;
        };
        /**
         * @example {
         *       "subject": "Om din køretime",
         *       "html": "<p>Hej</p>",
         *       "text": "Vi nåede også parkering.",
         *       "sms": {
         *         "text": "Vi nåede også parkering.",
         *         "encoding": "GSM-7",
         *         "segments": 1
         *       }
         *     }
         */
        TemplatePreview: {
            subject: string;
            html: string;
            text: string;
            sms: {
                text: string;
                /** @enum {string} */
                encoding: "GSM-7" | "UCS-2";
                segments: number;
            } | null;
        };
        /**
         * @example {
         *       "id": "whk_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
         *       "url": "https://hooks.example.dk/just-driving",
         *       "events": [
         *         "RegistrationReceived"
         *       ],
         *       "status": "enabled",
         *       "disabledReason": "manual",
         *       "failingSince": "2026-12-01T09:00:00.000Z",
         *       "createdAt": "2026-12-01T09:00:00.000Z",
         *       "version": 1
         *     }
         */
        WebhookEndpoint: {
            id: string;
            schoolId: string;
            url: string;
            events: ("RegistrationReceived" | "StudentEnrolled" | "RegistrationRepeated" | "StaffInvited" | "MembershipActivated" | "MembershipDisabled" | "SchoolCreated" | "SchoolChanged" | "SettingsChanged" | "ServiceChanged" | "BookingTypeChanged" | "CreditNoteIssued" | "InvoiceDueSoon" | "InvoiceIssued" | "InvoiceReminderSent" | "PaymentFailed" | "PaymentReceived" | "PaymentRefunded" | "MoneySuspended" | "RefundFailed" | "BookingConfirmed" | "BookingMoved" | "BookingCancelled" | "BookingStudentsAdded" | "BookingStudentsRemoved" | "BookingCompleted" | "BookingReminderDue" | "BookingHoldExpired" | "TeacherSigned" | "StudentSigned" | "ModuleVerified" | "CorrectionRequested" | "CorrectionAccepted" | "CorrectionRejected" | "DisputeRaised" | "DisputeAccepted" | "DisputeRejected" | "SignatureRequested" | "SignatureReminderDue" | "PauseWarningDue" | "TheoryResultReceived" | "StaffMessageWritten" | "NotificationResent" | "TemplateBroke")[];
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabledReason: ("manual" | "failing" | "gone") | null;
            failingSince: string | null;
            secret?: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        WebhookDelivery: {
            eventId: string;
            /** @enum {string} */
            event: "RegistrationReceived" | "StudentEnrolled" | "RegistrationRepeated" | "StaffInvited" | "MembershipActivated" | "MembershipDisabled" | "SchoolCreated" | "SchoolChanged" | "SettingsChanged" | "ServiceChanged" | "BookingTypeChanged" | "CreditNoteIssued" | "InvoiceDueSoon" | "InvoiceIssued" | "InvoiceReminderSent" | "PaymentFailed" | "PaymentReceived" | "PaymentRefunded" | "MoneySuspended" | "RefundFailed" | "BookingConfirmed" | "BookingMoved" | "BookingCancelled" | "BookingStudentsAdded" | "BookingStudentsRemoved" | "BookingCompleted" | "BookingReminderDue" | "BookingHoldExpired" | "TeacherSigned" | "StudentSigned" | "ModuleVerified" | "CorrectionRequested" | "CorrectionAccepted" | "CorrectionRejected" | "DisputeRaised" | "DisputeAccepted" | "DisputeRejected" | "SignatureRequested" | "SignatureReminderDue" | "PauseWarningDue" | "TheoryResultReceived" | "StaffMessageWritten" | "NotificationResent" | "TemplateBroke";
            /** Format: date-time */
            occurredAt: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "skipped";
            attempts: number;
            lastStatus: number | null;
            lastError: string | null;
            nextAttemptAt: string | null;
            deliveredAt: string | null;
            payload: components["schemas"]["WebhookPayload"];
        };
        WebhookPayload: {
            id: string;
            /** @enum {string} */
            type: "RegistrationReceived" | "StudentEnrolled" | "RegistrationRepeated" | "StaffInvited" | "MembershipActivated" | "MembershipDisabled" | "SchoolCreated" | "SchoolChanged" | "SettingsChanged" | "ServiceChanged" | "BookingTypeChanged" | "CreditNoteIssued" | "InvoiceDueSoon" | "InvoiceIssued" | "InvoiceReminderSent" | "PaymentFailed" | "PaymentReceived" | "PaymentRefunded" | "MoneySuspended" | "RefundFailed" | "BookingConfirmed" | "BookingMoved" | "BookingCancelled" | "BookingStudentsAdded" | "BookingStudentsRemoved" | "BookingCompleted" | "BookingReminderDue" | "BookingHoldExpired" | "TeacherSigned" | "StudentSigned" | "ModuleVerified" | "CorrectionRequested" | "CorrectionAccepted" | "CorrectionRejected" | "DisputeRaised" | "DisputeAccepted" | "DisputeRejected" | "SignatureRequested" | "SignatureReminderDue" | "PauseWarningDue" | "TheoryResultReceived" | "StaffMessageWritten" | "NotificationResent" | "TemplateBroke";
            schemaVersion: number;
            schoolId: string;
            /** Format: date-time */
            at: string;
            subject: {
                id: string;
                version: number;
            };
            data: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
        };
    };
    listErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "road",
                     *           "status": 1,
                     *           "title": "Kryds",
                     *           "meaning": "What it means."
                     *         }
                     *       ],
                     *       "fields": [
                     *         {
                     *           "code": "road",
                     *           "meaning": "What it means."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            code: string;
                            status: number;
                            title: string;
                            meaning: string;
                            rules?: string[];
                        }[];
                        fields: {
                            code: string;
                            meaning: string;
                        }[];
                    };
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><html lang="da">…</html> */
                    "text/html": string;
                };
            };
        };
    };
    listSchools: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "slug": "nordby",
                     *           "timeZone": "Europe/Copenhagen",
                     *           "currency": "DKK",
                     *           "language": "da",
                     *           "country": "DK",
                     *           "address": "Banegården",
                     *           "contact": {
                     *             "email": "sofie@elev.example",
                     *             "phone": "+4520123456"
                     *           },
                     *           "vatNumber": "12345678",
                     *           "status": "active",
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["School"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You are a member here, but your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSchool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm",
                 *       "slug": "nordby",
                 *       "timeZone": "Europe/Copenhagen",
                 *       "currency": "DKK",
                 *       "language": "da",
                 *       "address": "Banegården",
                 *       "contact": {
                 *         "email": "sofie@elev.example",
                 *         "phone": "+4520123456"
                 *       },
                 *       "admin": {
                 *         "name": "Sofie Holm",
                 *         "email": "sofie@elev.example"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    slug: string;
                    timeZone: string;
                    currency: string;
                    /** @enum {string} */
                    language: "da" | "en";
                    /** @default DK */
                    country?: string;
                    address: components["schemas"]["NewAddress"];
                    contact: {
                        email: string;
                        phone: string;
                    };
                    vatNumber?: string;
                    admin: {
                        name: string;
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["School"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You are a member here, but your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_exists`: Something else has this unique value; `detail` names it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["School"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSchool: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    timeZone?: string;
                    /** @enum {string} */
                    language?: "da" | "en";
                    address?: string | {
                        street?: string | null;
                        postalCode?: string | null;
                        city?: string | null;
                        country?: string | null;
                    };
                    contact?: {
                        email?: string;
                        phone?: string;
                    };
                    vatNumber?: string | null;
                    /** @enum {string} */
                    status?: "active" | "suspended" | "archived";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["School"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSchool"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "registration": {
                     *         "termsVersion": "1"
                     *       },
                     *       "booking": {
                     *         "leadMinutes": 1,
                     *         "horizonDays": 1,
                     *         "maxActive": 1,
                     *         "draftHoldMinutes": 1,
                     *         "blockWhenOverdue": true
                     *       },
                     *       "reminders": {
                     *         "lessonHours": [
                     *           1
                     *         ],
                     *         "signatureHours": [
                     *           1
                     *         ]
                     *       },
                     *       "messages": {
                     *         "sms": true,
                     *         "quietHours": {
                     *           "from": "08:00",
                     *           "to": "16:00"
                     *         },
                     *         "coalesceSeconds": 1,
                     *         "smsSegmentsMax": 1
                     *       },
                     *       "finance": {
                     *         "paymentDays": 1,
                     *         "accounts": {
                     *           "debtors": "DKK",
                     *           "sales": "DKK",
                     *           "salesExempt": "DKK",
                     *           "reminderFees": "DKK",
                     *           "cash": "DKK",
                     *           "bank": "DKK",
                     *           "mobilepay": "DKK",
                     *           "card": "DKK"
                     *         },
                     *         "settlement": {
                     *           "fee": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           }
                     *         },
                     *         "dunning": {
                     *           "days": [
                     *             1
                     *           ],
                     *           "fee": {
                     *             "amount": 10000,
                     *             "currency": "DKK"
                     *           }
                     *         }
                     *       },
                     *       "learning": {
                     *         "minimumStart": {
                     *           "years": 14,
                     *           "months": 1
                     *         },
                     *         "pauseWarnDays": [
                     *           1
                     *         ]
                     *       },
                     *       "integrations": {
                     *         "eTeori": true,
                     *         "findkoreskole": true
                     *       },
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        registration: {
                            termsVersion: string;
                        };
                        booking: {
                            leadMinutes: number;
                            horizonDays: number;
                            maxActive: number;
                            draftHoldMinutes: number;
                            blockWhenOverdue: boolean;
                        };
                        reminders: {
                            lessonHours: number[];
                            signatureHours: number[];
                        };
                        messages: {
                            sms: boolean;
                            quietHours: {
                                from: string;
                                to: string;
                            };
                            coalesceSeconds: number;
                            smsSegmentsMax: number;
                        };
                        finance: {
                            paymentDays: number;
                            accounts: {
                                debtors: string;
                                sales: string;
                                salesExempt: string;
                                reminderFees: string;
                                cash: string;
                                bank: string;
                                mobilepay: string;
                                card: string;
                            };
                            settlement: {
                                fee: {
                                    amount: number;
                                    currency: string;
                                };
                            };
                            dunning: {
                                days: number[];
                                fee: {
                                    amount: number;
                                    currency: string;
                                };
                            };
                        };
                        learning: {
                            minimumStart: {
                                years: number;
                                months: number;
                            };
                            pauseWarnDays: number[];
                        };
                        integrations: {
                            eTeori: boolean;
                            findkoreskole: boolean;
                        };
                        version: number;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "registration": {
                     *         "termsVersion": "1"
                     *       },
                     *       "booking": {
                     *         "leadMinutes": 1,
                     *         "horizonDays": 1,
                     *         "maxActive": 1,
                     *         "draftHoldMinutes": 1,
                     *         "blockWhenOverdue": true
                     *       },
                     *       "reminders": {
                     *         "lessonHours": [
                     *           1
                     *         ],
                     *         "signatureHours": [
                     *           1
                     *         ]
                     *       },
                     *       "messages": {
                     *         "sms": true,
                     *         "quietHours": {
                     *           "from": "08:00",
                     *           "to": "16:00"
                     *         },
                     *         "coalesceSeconds": 1,
                     *         "smsSegmentsMax": 1
                     *       },
                     *       "finance": {
                     *         "paymentDays": 1,
                     *         "accounts": {
                     *           "debtors": "DKK",
                     *           "sales": "DKK",
                     *           "salesExempt": "DKK",
                     *           "reminderFees": "DKK",
                     *           "cash": "DKK",
                     *           "bank": "DKK",
                     *           "mobilepay": "DKK",
                     *           "card": "DKK"
                     *         },
                     *         "settlement": {
                     *           "fee": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           }
                     *         },
                     *         "dunning": {
                     *           "days": [
                     *             1
                     *           ],
                     *           "fee": {
                     *             "amount": 10000,
                     *             "currency": "DKK"
                     *           }
                     *         }
                     *       },
                     *       "learning": {
                     *         "minimumStart": {
                     *           "years": 14,
                     *           "months": 1
                     *         },
                     *         "pauseWarnDays": [
                     *           1
                     *         ]
                     *       },
                     *       "integrations": {
                     *         "eTeori": true,
                     *         "findkoreskole": true
                     *       },
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        registration: {
                            termsVersion: string;
                        };
                        booking: {
                            leadMinutes: number;
                            horizonDays: number;
                            maxActive: number;
                            draftHoldMinutes: number;
                            blockWhenOverdue: boolean;
                        };
                        reminders: {
                            lessonHours: number[];
                            signatureHours: number[];
                        };
                        messages: {
                            sms: boolean;
                            quietHours: {
                                from: string;
                                to: string;
                            };
                            coalesceSeconds: number;
                            smsSegmentsMax: number;
                        };
                        finance: {
                            paymentDays: number;
                            accounts: {
                                debtors: string;
                                sales: string;
                                salesExempt: string;
                                reminderFees: string;
                                cash: string;
                                bank: string;
                                mobilepay: string;
                                card: string;
                            };
                            settlement: {
                                fee: {
                                    amount: number;
                                    currency: string;
                                };
                            };
                            dunning: {
                                days: number[];
                                fee: {
                                    amount: number;
                                    currency: string;
                                };
                            };
                        };
                        learning: {
                            minimumStart: {
                                years: number;
                                months: number;
                            };
                            pauseWarnDays: number[];
                        };
                        integrations: {
                            eTeori: boolean;
                            findkoreskole: boolean;
                        };
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "svc_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "kind": "sign_up",
                     *           "price": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "vatRate": 25,
                     *           "vatExemption": "education",
                     *           "active": true,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Service"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createService: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm",
                 *       "kind": "sign_up",
                 *       "price": {
                 *         "amount": 55000,
                 *         "currency": "DKK"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    kind: "sign_up" | "course" | "lesson" | "fee" | "material";
                    price: components["schemas"]["Price"];
                    vatRate?: number;
                    vatExemption?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeService: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                serviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    kind?: "sign_up" | "course" | "lesson" | "fee" | "material";
                    price?: {
                        amount?: number;
                        currency?: string;
                    };
                    vatRate?: number;
                    vatExemption?: string | null;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDepartments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "dep_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "address": "Banegården",
                     *           "phone": "+4520123456",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Department"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDepartment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name: string;
                    address?: components["schemas"]["NewAddress"];
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDepartment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                departmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    address?: (string | {
                        street?: string | null;
                        postalCode?: string | null;
                        city?: string | null;
                        country?: string | null;
                    }) | null;
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "sofie@elev.example",
                 *       "password": "En-lang-adgangskode-7"
                 *     }
                 */
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJ…",
                     *       "refreshToken": "eyJ…",
                     *       "expiresIn": 1
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        refreshToken: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_credentials`: E-mail or password is wrong, or nobody has them; the two are told alike. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service we depend on does not answer; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "eyJ…"
                 *     }
                 */
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJ…",
                     *       "expiresIn": 1
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_credentials`: E-mail or password is wrong, or nobody has them; the two are told alike. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service we depend on does not answer; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "eyJ…"
                 *     }
                 */
                "application/json": {
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: A service we depend on does not answer; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "sofie@elev.example"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Yk3v…",
                 *       "password": "En-lang-adgangskode-7"
                 *     }
                 */
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: The link is unknown, used or expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`.
             *
             *     `unavailable`: A service we depend on does not answer; try again after `Retry-After`.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmMembership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Yk3v…"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_invalid`: The link is unknown, used or expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "da"
                 *     }
                 */
                "application/json": {
                    language?: ("da" | "en") | null;
                    sms?: boolean;
                    marketing?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "personId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "email": "sofie@elev.example",
                     *           "phone": "+4520123456",
                     *           "roles": [
                     *             "school_admin"
                     *           ],
                     *           "departmentIds": [
                     *             "dep_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *           ],
                     *           "status": "pending",
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Staff"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm",
                 *       "email": "sofie@elev.example",
                 *       "roles": [
                 *         "school_admin"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    email: string;
                    phone?: string;
                    roles: ("school_admin" | "office" | "teacher")[];
                    departmentIds?: string[];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: Something else has this unique value; `detail` names it.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    roles?: ("school_admin" | "office" | "teacher")[];
                    departmentIds?: string[] | null;
                    /** @enum {string} */
                    status?: "active" | "disabled";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "registrationId": "reg_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *     }
                     */
                    "application/json": {
                        registrationId: string;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                q?: string;
                status?: "pending" | "active" | "disabled";
                teacherId?: string;
                departmentId?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "email": "sofie@elev.example",
                     *           "phone": "+4520123456",
                     *           "birthDate": "2006-05-04",
                     *           "language": "da",
                     *           "address": "Banegården",
                     *           "status": "pending",
                     *           "teacherIds": [
                     *             "per_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *           ],
                     *           "departmentIds": [
                     *             "dep_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *           ],
                     *           "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "guardians": [
                     *             {
                     *               "name": "Sofie Holm",
                     *               "email": "sofie@elev.example",
                     *               "phone": "+4520123456"
                     *             }
                     *           ],
                     *           "termsVersion": "1",
                     *           "consents": [
                     *             {
                     *               "kind": "terms",
                     *               "granted": true
                     *             }
                     *           ],
                     *           "lead": {
                     *             "source": "findkoreskole",
                     *             "receivedAt": "2026-12-01T09:00:00.000Z"
                     *           },
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Student"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Student"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_enrolled`: `studentId` names the student who has this address here.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStudent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Student"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    address?: (string | {
                        street?: string | null;
                        postalCode?: string | null;
                        city?: string | null;
                        country?: string | null;
                    }) | null;
                    /** @enum {string} */
                    language?: "da" | "en";
                    birthDate?: string | null;
                    teacherIds?: string[] | null;
                    departmentIds?: string[] | null;
                    /** @enum {string} */
                    status?: "pending" | "active" | "disabled";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Student"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVehicles: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "plate": "AB 12 345",
                     *           "category": "B",
                     *           "gearbox": "manual",
                     *           "status": "active",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Vehicle"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm",
                 *       "plate": "AB 12 345"
                 *     }
                 */
                "application/json": {
                    name: string;
                    plate: string;
                    /** @default B */
                    category?: string;
                    /**
                     * @default manual
                     * @enum {string}
                     */
                    gearbox?: "manual" | "automatic";
                    /**
                     * @default active
                     * @enum {string}
                     */
                    status?: "active" | "out_of_service";
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    plate?: string;
                    category?: string;
                    /** @enum {string} */
                    gearbox?: "manual" | "automatic";
                    /** @enum {string} */
                    status?: "active" | "out_of_service";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookingTypes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "kind": "theory",
                     *           "minutes": 45,
                     *           "capacity": 1,
                     *           "price": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "vatRate": 25,
                     *           "bufferMinutes": 1,
                     *           "needsVehicle": true,
                     *           "cancellation": {
                     *             "hoursBefore": 1
                     *           },
                     *           "lateFee": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "noShowFee": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "selfBooking": true,
                     *           "active": true,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BookingType"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBookingType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm",
                 *       "kind": "theory",
                 *       "minutes": 45,
                 *       "vatRate": 25,
                 *       "price": {
                 *         "amount": 55000,
                 *         "currency": "DKK"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                    minutes: number;
                    /** @default 1 */
                    capacity?: number;
                    vatRate: number;
                    /** @default 0 */
                    bufferMinutes?: number;
                    /** @default false */
                    needsVehicle?: boolean;
                    /** @default false */
                    selfBooking?: boolean;
                    price: components["schemas"]["Price"];
                    /**
                     * @default {
                     *       "hoursBefore": 24
                     *     }
                     */
                    cancellation?: {
                        hoursBefore?: number | null;
                        workingDaysBefore?: number | null;
                        clock?: string | null;
                    };
                    /** @default null */
                    lateFee?: components["schemas"]["Price"] | null;
                    /** @default null */
                    noShowFee?: components["schemas"]["Price"] | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingType"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBookingType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                bookingTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    kind?: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                    minutes?: number;
                    capacity?: number;
                    vatRate?: number;
                    bufferMinutes?: number;
                    needsVehicle?: boolean;
                    selfBooking?: boolean;
                    price?: {
                        amount?: number;
                        currency?: string;
                    };
                    cancellation?: {
                        hoursBefore?: number | null;
                        workingDaysBefore?: number | null;
                        clock?: string | null;
                    };
                    lateFee?: {
                        amount?: number;
                        currency?: string;
                    } | null;
                    noShowFee?: {
                        amount?: number;
                        currency?: string;
                    } | null;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingType"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                teacherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAvailability: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                teacherId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "weekly": [
                 *         {
                 *           "weekday": 1,
                 *           "from": "08:00",
                 *           "to": "16:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    weekly: {
                        /** @enum {number} */
                        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
                        from: string;
                        to: string;
                    }[];
                    /** @default [] */
                    exceptions?: {
                        /** Format: date */
                        date: string;
                        windows: {
                            from: string;
                            to: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "closedDays": [
                 *         {
                 *           "date": "2026-12-01",
                 *           "name": "Sofie Holm"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    closedDays: {
                        /** Format: date */
                        date: string;
                        name: string;
                    }[];
                    /** @enum {string} */
                    publicHolidays?: "DK" | "none";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFreeSlots: {
        parameters: {
            query: {
                bookingTypeId: string;
                from: string;
                to: string;
            };
            header?: never;
            path: {
                schoolId: string;
                teacherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "startsAt": "2026-12-01T09:00:00.000Z",
                     *           "endsAt": "2026-12-01T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["FreeSlot"][];
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                from?: string;
                to?: string;
                teacherId?: string;
                studentId?: string;
                vehicleId?: string;
                status?: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "kind": "theory",
                     *           "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "startsAt": "2026-12-01T09:00:00.000Z",
                     *           "endsAt": "2026-12-01T09:00:00.000Z",
                     *           "minutes": 45,
                     *           "location": "Banegården",
                     *           "notes": "Tag briller med",
                     *           "status": "draft",
                     *           "heldUntil": "2026-12-01T09:00:00.000Z",
                     *           "taught": {
                     *             "startedAt": "2026-12-01T09:00:00.000Z",
                     *             "endedAt": "2026-12-01T09:00:00.000Z",
                     *             "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "completedAt": "2026-12-01T09:00:00.000Z"
                     *           },
                     *           "cancellation": {
                     *             "at": "2026-12-01T09:00:00.000Z",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "reason": "Syg",
                     *             "onBehalfOf": "school"
                     *           },
                     *           "students": [
                     *             {
                     *               "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "status": "booked"
                     *             }
                     *           ],
                     *           "moduleIds": [
                     *             "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *           ],
                     *           "fees": [
                     *             {
                     *               "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "reason": "late_cancellation",
                     *               "amount": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "waived": {
                     *                 "reason": "Syg",
                     *                 "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *                 "at": "2026-12-01T09:00:00.000Z"
                     *               }
                     *             }
                     *           ],
                     *           "price": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "vatRate": 25,
                     *           "history": [
                     *             {
                     *               "at": "2026-12-01T09:00:00.000Z",
                     *               "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "what": "created"
                     *             }
                     *           ],
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            schoolId: string;
                            bookingTypeId: string;
                            /** @enum {string} */
                            kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                            teacherId: string;
                            vehicleId: string | null;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            minutes: number;
                            location: string | null;
                            notes: string | null;
                            /** @enum {string} */
                            status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                            heldUntil: string | null;
                            taught: {
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                endedAt: string;
                                taughtBy: string;
                                /** Format: date-time */
                                completedAt: string;
                            } | null;
                            cancellation: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                reason: string;
                                /** @enum {string} */
                                onBehalfOf: "school" | "student";
                            } | null;
                            students: {
                                studentId: string;
                                /** @enum {string} */
                                status: "booked" | "cancelled" | "attended" | "no_show";
                            }[];
                            moduleIds: string[];
                            fees: {
                                studentId: string;
                                /** @enum {string} */
                                reason: "late_cancellation" | "no_show";
                                amount: {
                                    amount: number;
                                    currency: string;
                                };
                                waived: {
                                    reason: string;
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                            }[];
                            /** @description What each student pays: by the minutes, as agreed when it was booked. */
                            price: {
                                amount: number;
                                currency: string;
                            };
                            vatRate: number;
                            history: {
                                /** Format: date-time */
                                at: string;
                                by: string;
                                what: string;
                                from?: unknown;
                                to?: unknown;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "startsAt": "2026-12-01T09:00"
                 *     }
                 */
                "application/json": {
                    bookingTypeId: string;
                    teacherId: string;
                    startsAt: string;
                    minutes?: number;
                    location?: string;
                    vehicleId?: string;
                    /** @default [] */
                    studentIds?: string[];
                    moduleIds?: string[];
                    notes?: string;
                    draft?: boolean;
                    override?: {
                        rules: ("outside_availability" | "closed_day" | "in_the_past" | "lead_time" | "horizon" | "capacity" | "max_active" | "overdue_debt" | "prerequisite" | "vehicle_unfit" | "vehicle_required" | "too_young" | "not_enrolled" | "after_start" | "override_not_allowed")[];
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `booking_conflict`: `conflicts` names who is taken and when; `suggestions` are the next free starts.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsAt": "2026-12-01T09:00"
                 *     }
                 */
                "application/json": {
                    startsAt?: string;
                    minutes?: number;
                    teacherId?: string;
                    vehicleId?: string | null;
                    location?: string | null;
                    notes?: string | null;
                    moduleIds?: string[] | null;
                    override?: {
                        rules: ("outside_availability" | "closed_day" | "in_the_past" | "lead_time" | "horizon" | "capacity" | "max_active" | "overdue_debt" | "prerequisite" | "vehicle_unfit" | "vehicle_required" | "too_young" | "not_enrolled" | "after_start" | "override_not_allowed")[];
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `booking_conflict`: `conflicts` names who is taken and when; `suggestions` are the next free starts.
             *
             *     `hold_expired`: The draft no longer holds its time; make a new booking.
             *
             *     `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "x",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_expired`: The draft no longer holds its time; make a new booking.
             *
             *     `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    onBehalfOf?: "school" | "student";
                    studentId?: string;
                    waiveFee?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "x",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_expired`: The draft no longer holds its time; make a new booking.
             *
             *     `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBookingStudents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "studentIds": [
                 *         "per_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *       ]
                 *     }
                 */
                "application/json": {
                    studentIds: string[];
                    override?: {
                        rules: ("outside_availability" | "closed_day" | "in_the_past" | "lead_time" | "horizon" | "capacity" | "max_active" | "overdue_debt" | "prerequisite" | "vehicle_unfit" | "vehicle_required" | "too_young" | "not_enrolled" | "after_start" | "override_not_allowed")[];
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `booking_conflict`: `conflicts` names who is taken and when; `suggestions` are the next free starts.
             *
             *     `hold_expired`: The draft no longer holds its time; make a new booking.
             *
             *     `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeBookingStudent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                bookingId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `hold_expired`: The draft no longer holds its time; make a new booking.
             *
             *     `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attendance": [
                 *         {
                 *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *           "status": "attended"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    attendance: {
                        studentId: string;
                        /** @enum {string} */
                        status: "attended" | "no_show";
                    }[];
                    moduleIds?: string[];
                    startedAt?: string;
                    endedAt?: string;
                    taughtBy?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "x",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `booking_closed`: The booking is cancelled, completed or missed.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiveBookingFee: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                bookingId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "x",
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingTypeId": "bty_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "kind": "theory",
                     *       "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "vehicleId": "veh_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "startsAt": "2026-12-01T09:00:00.000Z",
                     *       "endsAt": "2026-12-01T09:00:00.000Z",
                     *       "minutes": 45,
                     *       "location": "Banegården",
                     *       "notes": "Tag briller med",
                     *       "status": "draft",
                     *       "heldUntil": "2026-12-01T09:00:00.000Z",
                     *       "taught": {
                     *         "startedAt": "2026-12-01T09:00:00.000Z",
                     *         "endedAt": "2026-12-01T09:00:00.000Z",
                     *         "taughtBy": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "completedAt": "2026-12-01T09:00:00.000Z"
                     *       },
                     *       "cancellation": {
                     *         "at": "2026-12-01T09:00:00.000Z",
                     *         "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "reason": "Syg",
                     *         "onBehalfOf": "school"
                     *       },
                     *       "students": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "booked"
                     *         }
                     *       ],
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ],
                     *       "fees": [
                     *         {
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "reason": "late_cancellation",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "waived": {
                     *             "reason": "Syg",
                     *             "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "price": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       },
                     *       "vatRate": 25,
                     *       "history": [
                     *         {
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "what": "created"
                     *         }
                     *       ],
                     *       "createdAt": "2026-12-01T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": {
                        id: string;
                        schoolId: string;
                        bookingTypeId: string;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        teacherId: string;
                        vehicleId: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        minutes: number;
                        location: string | null;
                        notes: string | null;
                        /** @enum {string} */
                        status: "draft" | "confirmed" | "completed" | "cancelled" | "no_show";
                        heldUntil: string | null;
                        taught: {
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string;
                            taughtBy: string;
                            /** Format: date-time */
                            completedAt: string;
                        } | null;
                        cancellation: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            /** @enum {string} */
                            onBehalfOf: "school" | "student";
                        } | null;
                        students: {
                            studentId: string;
                            /** @enum {string} */
                            status: "booked" | "cancelled" | "attended" | "no_show";
                        }[];
                        moduleIds: string[];
                        fees: {
                            studentId: string;
                            /** @enum {string} */
                            reason: "late_cancellation" | "no_show";
                            amount: {
                                amount: number;
                                currency: string;
                            };
                            waived: {
                                reason: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        /** @description What each student pays: by the minutes, as agreed when it was booked. */
                        price: {
                            amount: number;
                            currency: string;
                        };
                        vatRate: number;
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            what: string;
                            from?: unknown;
                            to?: unknown;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        version: number;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLessonPlanTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "x",
                     *           "version": 1,
                     *           "name": "Sofie Holm",
                     *           "country": "DK",
                     *           "category": "B",
                     *           "lessonMinutes": 1,
                     *           "sections": [
                     *             {
                     *               "order": 1,
                     *               "title": "Kryds"
                     *             }
                     *           ],
                     *           "modules": [
                     *             {
                     *               "id": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "title": "Kryds",
                     *               "section": 1,
                     *               "kind": "theory",
                     *               "minutes": 45,
                     *               "order": 1,
                     *               "required": 1,
                     *               "prerequisites": [
                     *                 "road"
                     *               ],
                     *               "dark": true
                     *             }
                     *           ],
                     *           "minimums": {
                     *             "theory": 1,
                     *             "road": 1,
                     *             "manoeuvring": 1,
                     *             "skid": 1,
                     *             "dark": 1,
                     *             "teachingDays": 1
                     *           },
                     *           "pause": {
                     *             "months": 1,
                     *             "warnDays": [
                     *               1
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LessonPlanTemplate"][];
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLessonPlans: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "name": "Sofie Holm",
                     *           "templateId": "dk-b",
                     *           "templateVersion": 1,
                     *           "isDefault": true,
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LessonPlanSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLessonPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name: string;
                    templateId?: string;
                    isDefault?: boolean;
                    lessonMinutes?: number;
                    sections?: {
                        order: number;
                        title: string;
                    }[];
                    modules?: {
                        id?: string;
                        title: string;
                        section: number;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        minutes: number;
                        order?: number;
                        required: number;
                        prerequisites?: (string | number)[];
                        dark?: boolean;
                    }[];
                    minimums?: {
                        theory?: number;
                        road?: number;
                        manoeuvring?: number;
                        skid?: number;
                        dark?: number;
                        teachingDays?: number;
                    };
                    pause?: {
                        months?: number;
                        warnDays?: number[] | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPlan"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLessonPlan: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                schoolId: string;
                lessonPlanId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPlan"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLessonPlanVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                lessonPlanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sofie Holm"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @constant */
                    isDefault?: true;
                    lessonMinutes?: number;
                    sections?: {
                        order: number;
                        title: string;
                    }[];
                    modules?: {
                        id?: string;
                        title: string;
                        section: number;
                        /** @enum {string} */
                        kind: "theory" | "road" | "manoeuvring" | "skid" | "test" | "other";
                        minutes: number;
                        order?: number;
                        required: number;
                        prerequisites?: (string | number)[];
                        dark?: boolean;
                    }[];
                    minimums?: {
                        theory?: number;
                        road?: number;
                        manoeuvring?: number;
                        skid?: number;
                        dark?: number;
                        teachingDays?: number;
                    };
                    pause?: {
                        months?: number;
                        warnDays?: number[] | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPlan"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignLessonPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *     }
                 */
                "application/json": {
                    lessonPlanId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPlanAssignment"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTeacherSignature: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "signature": {
                 *         "name": "Sofie Holm"
                 *       }
                 *     }
                 */
                "application/json": {
                    bookingId: string;
                    signature: {
                        name: string;
                        strokes?: (number[] | {
                            x: number;
                            y: number;
                        })[][];
                    };
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `lesson_not_taught`: The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.
             *
             *     `already_signed`: There is one signature per student, module, booking and role, and it is there.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStudentSignature: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "signature": {
                 *         "name": "Sofie Holm"
                 *       }
                 *     }
                 */
                "application/json": {
                    bookingId: string;
                    signature: {
                        name: string;
                        strokes?: (number[] | {
                            x: number;
                            y: number;
                        })[][];
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `lesson_not_taught`: The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.
             *
             *     `awaiting_teacher`: The student signs after the teacher has.
             *
             *     `already_signed`: There is one signature per student, module, booking and role, and it is there.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "text": "Vi nåede også parkering."
                 *     }
                 */
                "application/json": {
                    bookingId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `lesson_not_taught`: The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "change": {
                 *         "startedAt": "2026-12-01T09:00"
                 *       },
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    bookingId: string;
                    change: {
                        startedAt?: string;
                        endedAt?: string;
                        minutes?: number;
                        /** @enum {string} */
                        status?: "attended" | "no_show";
                        covered?: boolean;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `lesson_not_taught`: The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
                signatureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
                moduleId: string;
                signatureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntry"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSignature: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *     }
                 */
                "application/json": {
                    bookingId: string;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "moduleIds": [
                     *         "mod_01kat5n8x0e4vv6h7w7b1q2r3s"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        moduleIds: string[];
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `lesson_not_taught`: The lesson lies ahead, was cancelled or missed, is not completed, or did not cover the module.
             *
             *     `awaiting_teacher`: The student signs after the teacher has.
             *
             *     `already_signed`: There is one signature per student, module, booking and role, and it is there.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignatures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "x",
                     *           "sequence": 1,
                     *           "kind": "teacher_signature",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "moduleId": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "shown": {
                     *             "lesson": {
                     *               "kind": "theory",
                     *               "status": "attended",
                     *               "date": "2026-12-01",
                     *               "startedAt": "2026-12-01T09:00:00.000Z",
                     *               "endedAt": "2026-12-01T09:00:00.000Z",
                     *               "minutes": 45,
                     *               "teacherId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "timeZone": "Europe/Copenhagen"
                     *             },
                     *             "module": {
                     *               "title": "Kryds",
                     *               "section": 1,
                     *               "kind": "theory",
                     *               "lessonPlanId": "pln_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "planVersion": 1
                     *             }
                     *           },
                     *           "change": {
                     *             "startedAt": "2026-12-01T09:00:00.000Z"
                     *           },
                     *           "answers": "sig_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "by": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "role": "teacher",
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "localAt": "2026-12-01T10:05:00+01:00",
                     *           "signature": {
                     *             "name": "Sofie Holm",
                     *             "strokes": [
                     *               [
                     *                 [
                     *                   1
                     *                 ]
                     *               ]
                     *             ]
                     *           },
                     *           "text": "Vi nåede også parkering.",
                     *           "erased": true,
                     *           "previousHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RecordEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySignatures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordVerification"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWarnings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "x",
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "kind": "pause",
                     *           "notifications": [
                     *             {
                     *               "notificationId": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "kind": "road",
                     *               "channel": "email",
                     *               "status": "active",
                     *               "createdAt": "2026-12-01T09:00:00.000Z",
                     *               "sentAt": "2026-12-01T09:00:00.000Z",
                     *               "deliveredAt": "2026-12-01T09:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Warning"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignatureDocument: {
        parameters: {
            query?: {
                format?: "html" | "pdf" | "json";
                language?: "da" | "en";
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDocument"];
                    /** @example <!doctype html><html lang="da">…</html> */
                    "text/html": string;
                    /** @example %PDF-1.7 … */
                    "application/pdf": string;
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `membership_disabled`: The school has disabled your membership. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSigning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "bookingId": "bkg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "school": {
                     *         "name": "Sofie Holm"
                     *       },
                     *       "teacher": {
                     *         "name": "Sofie Holm"
                     *       },
                     *       "kind": "road",
                     *       "date": "2026-12-01",
                     *       "timeZone": "Europe/Copenhagen",
                     *       "startedAt": "2026-12-01T09:00",
                     *       "endedAt": "2026-12-01T09:45",
                     *       "minutes": 45,
                     *       "modules": [
                     *         {
                     *           "moduleId": "mod_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "title": "Kryds",
                     *           "section": 1,
                     *           "kind": "road",
                     *           "state": "awaiting_student"
                     *         }
                     *       ],
                     *       "expiresAt": "2026-12-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        schoolId: string;
                        studentId: string;
                        bookingId: string;
                        school: {
                            name: string;
                        };
                        teacher: {
                            name: string | null;
                        };
                        kind: string;
                        date: string;
                        timeZone: string;
                        startedAt: string;
                        endedAt: string;
                        minutes: number;
                        modules: {
                            moduleId: string;
                            title: string;
                            section: number;
                            kind: string;
                            /** @enum {string} */
                            state: "awaiting_student" | "signed" | "disputed" | "not_counted";
                        }[];
                        expiresAt: string;
                    };
                };
            };
            /** @description `link_invalid`: The link is unknown, used or expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedger: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "led_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "at": "2026-12-01T09:00:00.000Z",
                     *           "kind": "road",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "externalId": "pi_1",
                     *           "balanceAfter": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LedgerEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "number": 1,
                     *           "displayNumber": "17",
                     *           "status": "draft",
                     *           "overdue": true,
                     *           "issuedAt": "2026-12-01T09:00:00.000Z",
                     *           "dueDate": "2026-12-01",
                     *           "nextDueDate": "2026-12-01",
                     *           "buyer": {
                     *             "name": "Sofie Holm",
                     *             "email": "sofie@elev.example"
                     *           },
                     *           "lines": [
                     *             {
                     *               "description": "Lovpakke",
                     *               "quantity": 1,
                     *               "unitPrice": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "total": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "vatRate": 25,
                     *               "vatExemption": "education",
                     *               "vat": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "vatByRate": [
                     *             {
                     *               "vatRate": 25,
                     *               "total": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "vat": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "total": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "paid": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "credited": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "rest": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "instalments": [
                     *             {
                     *               "dueDate": "2026-12-01",
                     *               "amount": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "reminders": [
                     *             {
                     *               "at": "2026-12-01T09:00:00.000Z",
                     *               "fee": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "reminderFees": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "dunningPause": {
                     *             "reason": "Syg",
                     *             "until": "2026-12-01"
                     *           },
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Invoice"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "description": "Lovpakke",
                 *           "quantity": 1,
                 *           "unitPrice": {
                 *             "amount": 55000,
                 *             "currency": "DKK"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines: {
                        description: string;
                        quantity: number;
                        unitPrice: {
                            amount: number;
                            currency: string;
                        };
                        vatRate?: number;
                        vatExemption?: string | null;
                        serviceId?: string;
                        bookingId?: string;
                        /** @enum {string} */
                        charge?: "lesson" | "late_cancellation" | "no_show";
                    }[];
                    /** Format: date */
                    dueDate?: string;
                    buyer?: {
                        name: string;
                        email: string;
                        address?: components["schemas"]["NewAddress"];
                        ean?: string;
                    };
                    draft?: boolean;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_invoiced`: The booking or its fee is on the invoice that `invoiceId` names, or was settled.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: {
                format?: "json" | "html" | "pdf";
            };
            header?: never;
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                    /** @example <!doctype html><html lang="da">…</html> */
                    "text/html": string;
                    /** @example %PDF-1.7 … */
                    "application/pdf": string;
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invoice_issued`: An issued invoice never changes; credit it instead.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "description": "Lovpakke",
                 *           "quantity": 1,
                 *           "unitPrice": {
                 *             "amount": 55000,
                 *             "currency": "DKK"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    lines?: {
                        description: string;
                        quantity: number;
                        unitPrice: {
                            amount: number;
                            currency: string;
                        };
                        vatRate?: number;
                        vatExemption?: string | null;
                        serviceId?: string;
                        bookingId?: string;
                        /** @enum {string} */
                        charge?: "lesson" | "late_cancellation" | "no_show";
                    }[];
                    dueDate?: string | null;
                    buyer?: {
                        name: string;
                        email: string;
                        address?: components["schemas"]["NewAddress"];
                        ean?: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invoice_issued`: An issued invoice never changes; credit it instead.
             *
             *     `already_invoiced`: The booking or its fee is on the invoice that `invoiceId` names, or was settled.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueInvoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invoice_issued`: An issued invoice never changes; credit it instead.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCreditNotes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "crn_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "number": 1,
                     *           "displayNumber": "17",
                     *           "buyer": {
                     *             "name": "Sofie Holm",
                     *             "email": "sofie@elev.example"
                     *           },
                     *           "lines": [
                     *             {
                     *               "description": "Lovpakke",
                     *               "quantity": 1,
                     *               "unitPrice": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "total": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "vatRate": 25,
                     *               "vatExemption": "education",
                     *               "vat": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "vatByRate": [
                     *             {
                     *               "vatRate": 25,
                     *               "total": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               },
                     *               "vat": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "total": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "reason": "Syg",
                     *           "issuedAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CreditNote"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCreditNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    lines?: {
                        description: string;
                        quantity: number;
                        unitPrice: {
                            amount: number;
                            currency: string;
                        };
                        vatRate?: number;
                        vatExemption?: string | null;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `credit_exceeds_rest`: More would be credited than is owed of the invoice, `rest`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreditNote: {
        parameters: {
            query?: {
                format?: "json" | "html" | "pdf";
            };
            header?: never;
            path: {
                schoolId: string;
                invoiceId: string;
                creditNoteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                    /** @example <!doctype html><html lang="da">…</html> */
                    "text/html": string;
                    /** @example %PDF-1.7 … */
                    "application/pdf": string;
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    billStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dueDate": "2026-12-01"
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    dueDate?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `nothing_to_invoice`: Every booking and every fee of the student is on an invoice.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvoiceRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRun"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoiceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRun"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "method": "cash",
                     *           "reference": "Kvittering 17",
                     *           "externalId": "pi_1",
                     *           "receivedAt": "2026-12-01T09:00:00.000Z",
                     *           "allocations": [
                     *             {
                     *               "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "amount": {
                     *                 "amount": 55000,
                     *                 "currency": "DKK"
                     *               }
                     *             }
                     *           ],
                     *           "credit": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "refunded": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "disputed": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "refundable": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 55000,
                 *         "currency": "DKK"
                 *       },
                 *       "method": "cash",
                 *       "receivedAt": "2026-11-23T09:00"
                 *     }
                 */
                "application/json": {
                    amount: {
                        amount: number;
                        currency: string;
                    };
                    /** @enum {string} */
                    method: "cash" | "bank_transfer" | "mobilepay" | "card_terminal";
                    receivedAt: string;
                    reference?: string;
                    allocations?: {
                        invoiceId: string;
                        amount: {
                            amount: number;
                            currency: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCreditAllocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "amount": {
                 *         "amount": 55000,
                 *         "currency": "DKK"
                 *       }
                 *     }
                 */
                "application/json": {
                    invoiceId: string;
                    amount: {
                        amount: number;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": {
                     *         "id": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *         "number": 1,
                     *         "displayNumber": "17",
                     *         "status": "draft",
                     *         "overdue": true,
                     *         "issuedAt": "2026-12-01T09:00:00.000Z",
                     *         "dueDate": "2026-12-01",
                     *         "nextDueDate": "2026-12-01",
                     *         "buyer": {
                     *           "name": "Sofie Holm",
                     *           "email": "sofie@elev.example"
                     *         },
                     *         "lines": [
                     *           {
                     *             "description": "Lovpakke",
                     *             "quantity": 1,
                     *             "unitPrice": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             },
                     *             "total": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             },
                     *             "vatRate": 25,
                     *             "vatExemption": "education",
                     *             "vat": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             }
                     *           }
                     *         ],
                     *         "vatByRate": [
                     *           {
                     *             "vatRate": 25,
                     *             "total": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             },
                     *             "vat": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             }
                     *           }
                     *         ],
                     *         "total": {
                     *           "amount": 55000,
                     *           "currency": "DKK"
                     *         },
                     *         "paid": {
                     *           "amount": 55000,
                     *           "currency": "DKK"
                     *         },
                     *         "credited": {
                     *           "amount": 55000,
                     *           "currency": "DKK"
                     *         },
                     *         "rest": {
                     *           "amount": 55000,
                     *           "currency": "DKK"
                     *         },
                     *         "instalments": [
                     *           {
                     *             "dueDate": "2026-12-01",
                     *             "amount": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             }
                     *           }
                     *         ],
                     *         "reminders": [
                     *           {
                     *             "at": "2026-12-01T09:00:00.000Z",
                     *             "fee": {
                     *               "amount": 55000,
                     *               "currency": "DKK"
                     *             }
                     *           }
                     *         ],
                     *         "reminderFees": {
                     *           "amount": 55000,
                     *           "currency": "DKK"
                     *         },
                     *         "dunningPause": {
                     *           "reason": "Syg",
                     *           "until": "2026-12-01"
                     *         },
                     *         "createdAt": "2026-12-01T09:00:00.000Z",
                     *         "version": 1
                     *       },
                     *       "allocations": [
                     *         {
                     *           "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           }
                     *         }
                     *       ],
                     *       "credit": {
                     *         "amount": 55000,
                     *         "currency": "DKK"
                     *       }
                     *     }
                     */
                    "application/json": {
                        invoice: components["schemas"]["Invoice"];
                        allocations: {
                            paymentId: string;
                            amount: components["schemas"]["Money"];
                        }[];
                        credit: components["schemas"]["Money"];
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleStudent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": true
                 *     }
                 */
                "application/json": {
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            /** @description With `confirm`: it is booked. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `nothing_to_settle`: The student has nothing to be credited, charged or paid back.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreeInstalments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                studentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "invoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *     }
                 */
                "application/json": {
                    invoiceId: string;
                    instalments?: {
                        /** Format: date */
                        dueDate: string;
                        amount: {
                            amount: number;
                            currency: string;
                        };
                    }[];
                    count?: number;
                    /** Format: date */
                    firstDueDate?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseDunning: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    /** Format: date */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportFinance: {
        parameters: {
            query: {
                from: string;
                to: string;
                format?: "csv" | "journal";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example date,account,amount */
                    "text/csv": string;
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFinanceReport: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinanceReport"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaymentAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAccount"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectPaymentAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "onboardingUrl": "https://portal.just-driving.example/invoices"
                     *     }
                     */
                    "application/json": {
                        /** Format: uri */
                        onboardingUrl: string;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_progress`: The payment provider has not answered for an earlier request; try again soon.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `payment_refused`: The payment provider will not do this; `reason` is its word for why.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCheckout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description One is open already, and is answered again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invoice_paid`: Nothing is owed of this invoice: it is paid or credited.
             *
             *     `payment_account_inactive`: The school has no payment account, or it may not be paid yet.
             *
             *     `in_progress`: The payment provider has not answered for an earlier request; try again soon.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `payment_refused`: The payment provider will not do this; `reason` is its word for why.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 55000,
                 *         "currency": "DKK"
                 *       },
                 *       "reason": "Syg"
                 *     }
                 */
                "application/json": {
                    amount: {
                        amount: number;
                        currency: string;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in_progress`: The payment provider has not answered for an earlier request; try again soon.
             *
             *     `school_suspended`: The school is suspended or archived: reading works, writing does not.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `refund_exceeds_rest`: More would be refunded than is left of the payment, `rest`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuspense: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "open" | "resolved" | "refunding" | "refunded";
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sus_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "amount": {
                     *             "amount": 55000,
                     *             "currency": "DKK"
                     *           },
                     *           "reason": "unknown_attempt",
                     *           "status": "open",
                     *           "externalId": "pi_1",
                     *           "claimedInvoiceId": "inv_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "receivedAt": "2026-12-01T09:00:00.000Z",
                     *           "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "paymentId": "pay_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "resolvedAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Suspense"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveSuspense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                suspenseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "studentId": "per_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *     }
                 */
                "application/json": {
                    studentId: string;
                    invoiceId?: string;
                } | {
                    /** @constant */
                    refund: true;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspense"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "received": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        received: true;
                    };
                };
            };
            /**
             * @description `malformed_json`: The body could not be parsed as JSON.
             *
             *     `invalid_signature`: The signature of this delivery is missing, wrong, or of another time.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                personId?: string;
                status?: "queued" | "held" | "sent" | "delivered" | "undelivered" | "bounced" | "failed" | "suppressed" | "superseded" | "expired";
                kind?: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "password_reset" | "password_changed" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "webhook_disabled" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message" | "template_broken";
                channel?: "email" | "sms";
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "eventId": "evt_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "kind": "welcome",
                     *           "channel": "email",
                     *           "personId": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "status": "queued",
                     *           "attempts": 1,
                     *           "lastError": "ses_bounce_General",
                     *           "providerId": "0100018f-1",
                     *           "resendOf": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "insteadOf": "ntf_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "heldUntil": "2026-12-01T09:00:00.000Z",
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "sentAt": "2026-12-01T09:00:00.000Z",
                     *           "deliveredAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "audience": {
                 *         "studentIds": [
                 *           "per_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *         ]
                 *       },
                 *       "channels": [
                 *         "email"
                 *       ],
                 *       "body": "Hej"
                 *     }
                 */
                "application/json": {
                    audience: {
                        studentIds: string[];
                    } | {
                        teacherId: string;
                    } | {
                        departmentId: string;
                    } | {
                        /** @constant */
                        all: true;
                    };
                    channels: ("email" | "sms")[];
                    subject?: string;
                    body: string;
                    preview?: boolean;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "msg_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *       "recipients": 1,
                     *       "sms": {
                     *         "encoding": "GSM-7",
                     *         "segments": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        messageId: string | null;
                        recipients: number;
                        sms: {
                            /** @enum {string} */
                            encoding: "GSM-7" | "UCS-2";
                            segments: number;
                        } | null;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `rule_refused`: `rule` names it; `allowedFrom`, where there is one, is the first start that it would let pass: a moment in UTC, of `too_young` a date. Of `horizon` it is when this start can be booked.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "x",
                     *           "key": "welcome",
                     *           "language": "da",
                     *           "own": [
                     *             "subject"
                     *           ],
                     *           "subject": "Om din køretime",
                     *           "html": "<p>Hej</p>",
                     *           "text": "Vi nåede også parkering.",
                     *           "sms": "Hej",
                     *           "variables": [
                     *             "name"
                     *           ],
                     *           "broken": {
                     *             "at": "2026-12-01T09:00:00.000Z",
                     *             "part": "html",
                     *             "problem": "hash"
                     *           },
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Template"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                key: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message";
                language: "da" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                key: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message";
                language: "da" | "en";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Om din køretime"
                 *     }
                 */
                "application/json": {
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    sms?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                key: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message";
                language: "da" | "en";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                key: "welcome" | "confirm_enrolment" | "enrolled" | "already_registered" | "invitation" | "confirm_staff" | "invoice_issued" | "invoice_due" | "invoice_overdue" | "credit_note_issued" | "payment_received" | "payment_failed" | "payment_refunded" | "booking_confirmed" | "booking_moved" | "booking_changed" | "booking_cancelled" | "booking_completed" | "booking_reminder" | "signature_request" | "signature_reminder" | "signature_receipt" | "correction_raised" | "correction_accepted" | "correction_rejected" | "dispute_raised" | "dispute_accepted" | "dispute_rejected" | "pause_warning" | "staff_message";
                language: "da" | "en";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Om din køretime"
                 *     }
                 */
                "application/json": {
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    sms?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOptOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schoolName": "Nordby",
                     *       "sms": true
                     *     }
                     */
                    "application/json": {
                        schoolName: string;
                        sms: boolean;
                    };
                };
            };
            /** @description `link_invalid`: The link is unknown, used or expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    optOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `link_invalid`: The link is unknown, used or expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Wait for the seconds in `Retry-After`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTwilioStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `forbidden`: You are a member here, but your role may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "whk_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "url": "https://hooks.example.dk/just-driving",
                     *           "events": [
                     *             "RegistrationReceived"
                     *           ],
                     *           "status": "enabled",
                     *           "disabledReason": "manual",
                     *           "failingSince": "2026-12-01T09:00:00.000Z",
                     *           "createdAt": "2026-12-01T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookEndpoint"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example.dk/just-driving",
                 *       "events": [
                 *         "RegistrationReceived"
                 *       ]
                 *     }
                 */
                "application/json": {
                    url: string;
                    events: ("RegistrationReceived" | "StudentEnrolled" | "RegistrationRepeated" | "StaffInvited" | "MembershipActivated" | "MembershipDisabled" | "SchoolCreated" | "SchoolChanged" | "SettingsChanged" | "ServiceChanged" | "BookingTypeChanged" | "CreditNoteIssued" | "InvoiceDueSoon" | "InvoiceIssued" | "InvoiceReminderSent" | "PaymentFailed" | "PaymentReceived" | "PaymentRefunded" | "MoneySuspended" | "RefundFailed" | "BookingConfirmed" | "BookingMoved" | "BookingCancelled" | "BookingStudentsAdded" | "BookingStudentsRemoved" | "BookingCompleted" | "BookingReminderDue" | "BookingHoldExpired" | "TeacherSigned" | "StudentSigned" | "ModuleVerified" | "CorrectionRequested" | "CorrectionAccepted" | "CorrectionRejected" | "DisputeRaised" | "DisputeAccepted" | "DisputeRejected" | "SignatureRequested" | "SignatureReminderDue" | "PauseWarningDue" | "TheoryResultReceived" | "StaffMessageWritten" | "NotificationResent" | "TemplateBroke")[];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    Location?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version that is to be changed. */
                "If-Match"?: string;
            };
            path: {
                schoolId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example.dk/just-driving"
                 *     }
                 */
                "application/json": {
                    url?: string;
                    events?: ("RegistrationReceived" | "StudentEnrolled" | "RegistrationRepeated" | "StaffInvited" | "MembershipActivated" | "MembershipDisabled" | "SchoolCreated" | "SchoolChanged" | "SettingsChanged" | "ServiceChanged" | "BookingTypeChanged" | "CreditNoteIssued" | "InvoiceDueSoon" | "InvoiceIssued" | "InvoiceReminderSent" | "PaymentFailed" | "PaymentReceived" | "PaymentRefunded" | "MoneySuspended" | "RefundFailed" | "BookingConfirmed" | "BookingMoved" | "BookingCancelled" | "BookingStudentsAdded" | "BookingStudentsRemoved" | "BookingCompleted" | "BookingReminderDue" | "BookingHoldExpired" | "TeacherSigned" | "StudentSigned" | "ModuleVerified" | "CorrectionRequested" | "CorrectionAccepted" | "CorrectionRejected" | "DisputeRaised" | "DisputeAccepted" | "DisputeRejected" | "SignatureRequested" | "SignatureReminderDue" | "PauseWarningDue" | "TheoryResultReceived" | "StaffMessageWritten" | "NotificationResent" | "TemplateBroke")[];
                    /** @enum {string} */
                    status?: "enabled" | "disabled";
                    /** @constant */
                    rotateSecret?: true;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `school_suspended`: The school is suspended or archived: reading works, writing does not. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `stale_version`: `If-Match` names a version that is no longer the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                schoolId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "evt_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *           "event": "RegistrationReceived",
                     *           "occurredAt": "2026-12-01T09:00:00.000Z",
                     *           "status": "pending",
                     *           "attempts": 1,
                     *           "lastStatus": 1,
                     *           "lastError": "ses_bounce_General",
                     *           "nextAttemptAt": "2026-12-01T09:00:00.000Z",
                     *           "deliveredAt": "2026-12-01T09:00:00.000Z",
                     *           "payload": {
                     *             "id": "evt_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "type": "RegistrationReceived",
                     *             "schemaVersion": 1,
                     *             "schoolId": "sch_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *             "at": "2026-12-01T09:00:00.000Z",
                     *             "subject": {
                     *               "id": "evt_01kat5n8x0e4vv6h7w7b1q2r3s",
                     *               "version": 1
                     *             },
                     *             "data": {}
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "eyJ…"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body replay the first answer for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                schoolId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "eventIds": [
                 *         "evt_01kat5n8x0e4vv6h7w7b1q2r3s"
                 *       ]
                 *     }
                 */
                "application/json": {
                    eventIds: string[];
                } | {
                    from: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replayed": 1,
                     *       "nextFrom": "2026-12-01T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        replayed: number;
                        nextFrom: string | null;
                    };
                };
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_token`: Send an access token that is still valid; ID tokens are not taken. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You are a member here, but your role may not do this.
             *
             *     `membership_disabled`: The school has disabled your membership.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: It does not exist, or not for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `school_suspended`: The school is suspended or archived: reading works, writing does not.
             *
             *     `conflict`: The current state does not allow this; `detail` says why.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             *
             *     `idempotency_key_reused`: The same `Idempotency-Key` was used for another request within 24 hours.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schoolRef": "nordby",
                 *       "name": "Sofie Holm",
                 *       "email": "sofie@elev.example",
                 *       "phone": "+4520123456"
                 *     }
                 */
                "application/json": {
                    schoolRef: string;
                    name: string;
                    email: string;
                    phone: string;
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `untrusted_delivery`: `X-Signature` is missing, does not fit the body, or is more than five minutes off. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTheoryResult: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "studentRef": "per_01kat5n8x0e4vv6h7w7b1q2r3s",
                 *       "test": "teori",
                 *       "passed": true,
                 *       "score": 1,
                 *       "takenAt": "x"
                 *     }
                 */
                "application/json": {
                    studentRef: string;
                    test: string;
                    passed: boolean;
                    score: number;
                    takenAt: string;
                };
            };
        };
        responses: {
            /** @description Stored, and soon carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_json`: The body could not be parsed as JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `untrusted_delivery`: `X-Signature` is missing, does not fit the body, or is more than five minutes off. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Bodies hold 256 KB at most. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send `Content-Type: application/json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid`: `errors` names each field by JSON pointer, with a code and a sentence.
             *
             *     `local_time_does_not_exist`: The clocks skip this time in the school; `nextValid` is the next one there is.
             *
             *     `local_time_ambiguous`: The clocks pass this time twice in the school; send one of `candidates`.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `busy`: Too many changes of the same thing at once; try again after `Retry-After`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
