;; Powers of the matrix of the inner products of rows, in which their first direction alone is left.
;; Four products at once, each rounded as one by one.
;;
;; leading_power.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; Turns float32 [height, width] to float64 [width, $stride bytes], zeros behind them
  (func $turn
    (param $from i32) (param $height i32) (param $width i32) (param $stride i32) (param $to i32)
    (local $end i32) (local $at i32)
    (memory.fill
      (local.get $to) (i32.const 0) (i32.mul (local.get $width) (local.get $stride)))
    (loop $row
      (local.set $end (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))
      (local.set $at (local.get $to))
      (loop $next
        (f64.store (local.get $at) (f64.promote_f32 (f32.load (local.get $from))))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br_if $next (i32.lt_u (local.get $from) (local.get $end))))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $height (i32.sub (local.get $height) (i32.const 1)))
      (br_if $row (local.get $height))))

  ;; Multiplies rows, as columns [width, $stride bytes], by each other: [height, $stride bytes]
  (func $multiply
    (param $columns i32) (param $height i32) (param $width i32) (param $stride i32) (param $to i32)
    (local $i i32) (local $j i32) (local $x i32) (local $own i32) (local $other i32) (local $at i32)
    (local $value v128) (local $a v128) (local $b v128)
    (loop $row
      (local.set $j (i32.and (local.get $i) (i32.const -32)))
      (loop $four
        (local.set $own (i32.add (local.get $columns) (local.get $i)))
        (local.set $other (i32.add (local.get $columns) (local.get $j)))
        (local.set $x (local.get $width))
        (local.set $a (f64x2.splat (f64.const 0)))
        (local.set $b (local.get $a))
        (loop $next
          (local.set $value (v128.load64_splat (local.get $own)))
          (local.set $a
            (f64x2.add
              (local.get $a)
              (f64x2.mul (local.get $value) (v128.load (local.get $other)))))
          (local.set $b
            (f64x2.add
              (local.get $b)
              (f64x2.mul (local.get $value) (v128.load offset=16 (local.get $other)))))
          (local.set $own (i32.add (local.get $own) (local.get $stride)))
          (local.set $other (i32.add (local.get $other) (local.get $stride)))
          (local.set $x (i32.sub (local.get $x) (i32.const 1)))
          (br_if $next (local.get $x)))
        (local.set $at
          (i32.add
            (local.get $to)
            (i32.add
              (i32.mul (i32.shr_u (local.get $i) (i32.const 3)) (local.get $stride))
              (local.get $j))))
        (v128.store (local.get $at) (local.get $a))
        (v128.store offset=16 (local.get $at) (local.get $b))
        ;; and what is left of the diagonal
        (local.set $at
          (i32.add
            (local.get $to)
            (i32.add
              (i32.mul (i32.shr_u (local.get $j) (i32.const 3)) (local.get $stride))
              (local.get $i))))
        (f64.store (local.get $at) (f64x2.extract_lane 0 (local.get $a)))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (f64.store (local.get $at) (f64x2.extract_lane 1 (local.get $a)))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (f64.store (local.get $at) (f64x2.extract_lane 0 (local.get $b)))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (f64.store (local.get $at) (f64x2.extract_lane 1 (local.get $b)))
        (local.set $j (i32.add (local.get $j) (i32.const 32)))
        (br_if $four (i32.lt_u (local.get $j) (local.get $stride))))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $row
        (i32.lt_u (local.get $i) (i32.shl (local.get $height) (i32.const 3))))))

  ;; The sum of the diagonal
  (func $trace (param $square i32) (param $height i32) (param $stride i32) (result f64)
    (local $sum f64)
    (loop $next
      (local.set $sum (f64.add (local.get $sum) (f64.load (local.get $square))))
      (local.set $square (i32.add (i32.add (local.get $square) (local.get $stride)) (i32.const 8)))
      (local.set $height (i32.sub (local.get $height) (i32.const 1)))
      (br_if $next (local.get $height)))
    (local.get $sum))

  ;; Divides by the trace, where there is one
  (func $scale (param $from i32) (param $bytes i32) (param $trace f64) (param $to i32)
    (local $end i32) (local $scale v128)
    (local.set $scale (f64x2.splat (f64.const 1)))
    (if (f64.gt (f64.abs (local.get $trace)) (f64.const 0)) ;; no number is none
      (then (local.set $scale (f64x2.splat (f64.div (f64.const 1) (local.get $trace))))))
    (local.set $end (i32.add (local.get $from) (local.get $bytes)))
    (loop $next
      (v128.store
        (local.get $to)
        (f64x2.mul (v128.load (local.get $from)) (local.get $scale)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $from) (local.get $end)))))

  ;; Finds a power of G = A Aᵀ, of trace 1, in which the first direction alone is left.
  ;; $matrix: A, float32 [height, width]
  ;; $stride: the bytes of a row of G, a multiple of 32, at least 8 $height
  ;; $squarings: how often G is squared at most; $least: what may be left of others
  ;; $gram: room for G and two powers of it, $stride / 8 rows each, and behind them A turned
  ;; Gives where the power begins, [height, $stride bytes].
  (func (export "findPower")
    (param $matrix i32) (param $height i32) (param $width i32) (param $stride i32)
    (param $squarings i32) (param $least f64) (param $gram i32)
    (result i32)
    (local $bytes i32) (local $power i32) (local $square i32) (local $trace f64) (local $room i32)
    (local.set $room
      (i32.mul (i32.shr_u (local.get $stride) (i32.const 3)) (local.get $stride)))
    (local.set $bytes (i32.mul (local.get $height) (local.get $stride)))
    (local.set $power (i32.add (local.get $gram) (local.get $room)))
    (local.set $square (i32.add (local.get $power) (local.get $room)))
    (local.set $room (i32.add (local.get $square) (local.get $room)))
    (call $turn
      (local.get $matrix) (local.get $height) (local.get $width) (local.get $stride)
      (local.get $room))
    (call $multiply
      (local.get $room) (local.get $height) (local.get $width) (local.get $stride)
      (local.get $gram))
    (call $scale
      (local.get $gram) (local.get $bytes)
      (call $trace (local.get $gram) (local.get $height) (local.get $stride))
      (local.get $power))
    (loop $next
      (call $multiply
        (local.get $power) (local.get $height) (local.get $height) (local.get $stride)
        (local.get $square))
      (local.set $trace
        (call $trace (local.get $square) (local.get $height) (local.get $stride)))
      (call $scale
        (local.get $square) (local.get $bytes) (local.get $trace) (local.get $square))
      (local.set $room (local.get $power))
      (local.set $power (local.get $square))
      (local.set $square (local.get $room))
      (local.set $squarings (i32.sub (local.get $squarings) (i32.const 1)))
      (br_if $next
        (i32.and
          (i32.eqz
            (f64.lt (f64.sub (f64.const 1) (local.get $trace)) (local.get $least)))
          (i32.gt_s (local.get $squarings) (i32.const 0)))))
    (local.get $power))

  ;; Σ of the products of two matrices, number by number
  (func (export "sumProducts")
    (param $a i32) (param $b i32) (param $height i32) (param $stride i32)
    (result f64)
    (local $end i32) (local $next i32) (local $rows i32) (local $sum f64)
    (local.set $rows (local.get $height))
    (loop $row
      (local.set $end (i32.add (local.get $a) (i32.shl (local.get $height) (i32.const 3))))
      (local.set $next (i32.add (local.get $a) (local.get $stride)))
      (loop $number
        (local.set $sum
          (f64.add
            (local.get $sum)
            (f64.mul (f64.load (local.get $a)) (f64.load (local.get $b)))))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br_if $number (i32.lt_u (local.get $a) (local.get $end))))
      (local.set $b (i32.add (local.get $b) (i32.sub (local.get $next) (local.get $a))))
      (local.set $a (local.get $next))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows)))
    (local.get $sum)))
